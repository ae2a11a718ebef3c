import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadNotices } from '../access.ts'
import type { InboxQuery, Notice } from '../contract.ts'
import { noticeOf, ownNotices } from './notice-columns.ts'

type Inbox = { items: Notice[]; next: string | null; total: number; totalIsCapped: boolean }
type Query = ReturnType<typeof ownNotices>

/** Tasks without a day come last. */
const dueDay = sql<string>`coalesce(due_on, '9999-12-31'::date)`

/** The caller's own inbox: open tasks by due day, everything else newest first. */
export async function listNotices(context: Context, input: InboxQuery): Promise<Inbox> {
  const { tx, actor, today } = context
  mustReadNotices(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let matching = partOf(ownNotices(context), input.part, today).where('scopeCode', '>=', lo).where('scopeCode', '<=', hi)
  if (input.q !== undefined && input.q !== '') matching = matching.where(sql<boolean>`position(lower(${input.q}) in lower(title)) > 0`)
  const isByDay = input.part === 'open-tasks' || input.part === 'overdue'
  const [rows, count] = await Promise.all([
    pageOf(matching, { isByDay, after: input.after, limit: input.limit + 1 }).execute(),
    tx.selectFrom(matching.clearSelect().select('id').limit(countCap + 1).as('capped'))
      .select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ])
  const items = rows.slice(0, input.limit).map((row) => noticeOf(row, today))
  const last = rows.length > input.limit ? items.at(-1) : undefined
  const total = Number(count.count)
  return {
    items, next: last === undefined ? null : encodeCursor(isByDay ? [last.dueOn ?? '9999-12-31', last.id] : [last.id]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

function partOf(query: Query, part: InboxQuery['part'], today: string): Query {
  if (part === 'unread') return query.where('readAt', 'is', null)
  if (part === 'all') return query
  const open = query.where('kind', '=', 'task').where('doneAt', 'is', null)
  return part === 'overdue' ? open.where('dueOn', '<', today) : open
}

function pageOf(query: Query, { isByDay, after, limit }: { isByDay: boolean; after: string | undefined; limit: number }): Query {
  if (!isByDay) {
    const [id] = cursorOf(after, 'id') ?? []
    const newest = query.orderBy('id', 'desc').limit(limit)
    return id === undefined ? newest : newest.where(sql<boolean>`id < ${id}::uuid`)
  }
  const key = cursorOf(after, 'day', 'id')
  const soonest = query.orderBy(dueDay).orderBy('id').limit(limit)
  return key === undefined ? soonest : soonest.where(sql<boolean>`(${dueDay}, id) > (${key[0]}::date, ${key[1]}::uuid)`)
}
