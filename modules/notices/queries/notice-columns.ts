import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Notice } from '../contract.ts'
import { isOverdue } from '../rules/overdue.ts'

const columns = ['id', 'scopeCode', 'kind', 'title', 'body', 'link', 'dueOn', 'createdAt', 'readAt', 'doneAt'] as const

type NoticeRow = Omit<Notice, 'unitCode' | 'kind' | 'isOverdue' | 'sentAt'> & { scopeCode: string; kind: string; createdAt: Date }

/** The caller's own notices of the acting unit and all below; every query and command begins here. */
export function ownNotices({ tx, actor }: Context) {
  return tx.selectFrom('notices.notices').select(columns)
    .where('cityId', '=', actor.cityId).where('recipientAccountId', '=', actor.accountId)
    .where('scopeCode', '>=', actor.scopeLo).where('scopeCode', '<=', actor.scopeHi)
}

/** A row as it crosses the wire. */
export function noticeOf({ createdAt, kind, scopeCode, ...row }: NoticeRow, today: string): Notice {
  return {
    ...row, unitCode: codeOfScope(scopeCode), kind: kind as Notice['kind'], sentAt: createdAt,
    isOverdue: isOverdue({ dueOn: row.dueOn, isDone: row.doneAt !== null }, today),
  }
}
