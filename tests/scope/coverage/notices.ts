import { roles } from '../caller.ts'
import type { Coverage } from './entry.ts'

/** 消息、待办: everyone has an inbox and sees only the own notices, also not those of units below. */
export const noticesCoverage: Coverage = {
  'notices.listNotices': { walk: 'list', roles, of: 'message' },
  'notices.countNotices': { walk: 'plain', roles, why: 'counts the own inbox; its own test compares them' },
  'notices.getNotice': { walk: 'one', roles, ids: { id: 'message' } },
  'notices.markRead': { walk: 'write', roles, ids: { id: 'message' }, by: '冯科长' },
  'notices.finishTask': { walk: 'write', roles, ids: { id: 'task' }, by: '冯科长' },
  'notices.markAllRead': { walk: 'plain', roles, why: 'names no record: marks the own inbox' },
}
