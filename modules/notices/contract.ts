import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** message (消息, to be read) or task (待办, to be done). */
export const noticeKinds = ['message', 'task'] as const

/** Parts of the inbox a list can be narrowed to. */
export const inboxParts = ['all', 'unread', 'open-tasks', 'overdue'] as const

/** What one person was told or should do. */
export const Notice = z.object({
  id,
  /** Code of the unit for which the recipient was told. */
  unitCode: z.string(),
  kind: z.enum(noticeKinds),
  /** What it is about, one line. */
  title: z.string(),
  /** The rest in words; empty where the title says it all. */
  body: z.string(),
  /** Address of the page to open, from the root; empty where there is none. */
  link: z.string(),
  /** Day by which a task should be done; null for a message and for a task without a day. */
  dueOn: localDate.nullable(),
  /** The task is open and its day is over. */
  isOverdue: z.boolean(),
  /** When it was sent. */
  sentAt: z.date(),
  /** When it was read; null while unread. */
  readAt: z.date().nullable(),
  /** When the task was done; null for a message and while the task is open. */
  doneAt: z.date().nullable(),
})
/** What one person was told or should do. */
export type Notice = z.infer<typeof Notice>

/** How much waits in the inbox. */
export const InboxCounts = z.object({
  /** Notices not read yet. */
  unread: z.number().int(),
  /** Tasks not done yet. */
  openTasks: z.number().int(),
  /** Open tasks whose day is over. */
  overdue: z.number().int(),
})
/** How much waits in the inbox. */
export type InboxCounts = z.infer<typeof InboxCounts>

/** Narrows the inbox; lists of open tasks come by due day, all others newest first. */
export const InboxQuery = listQuery.extend({ part: z.enum(inboxParts).default('all') })
/** Narrows the inbox. */
export type InboxQuery = z.output<typeof InboxQuery>

/** What crosses the wire for 消息、待办: always one's own. */
export const noticesContract = {
  listNotices: base.route({ method: 'GET', path: '/notices', summary: '我的消息和待办' }).input(InboxQuery).output(pageOf(Notice)),
  countNotices: base.route({ method: 'GET', path: '/notices/counts', summary: '我的未读、待办和逾期数' }).output(InboxCounts),
  getNotice: base.route({ method: 'GET', path: '/notices/{id}', summary: '一条消息或待办' }).input(z.object({ id })).output(Notice),
  markRead: base.route({ method: 'POST', path: '/notices/{id}/read', summary: '标为已读' }).input(z.object({ id })).output(Notice),
  markAllRead: base.route({ method: 'POST', path: '/notices/read', summary: '全部标为已读' })
    .output(z.object({
      /** How many were unread. */
      marked: z.number().int(),
    })),
  finishTask: base.route({ method: 'POST', path: '/notices/{id}/done', summary: '办完一件待办' }).input(z.object({ id })).output(Notice)
    .errors({ NOT_A_TASK: { status: 409, message: '这是一条消息，不是待办，看过即可。' } }),
}
