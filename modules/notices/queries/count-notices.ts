import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadNotices } from '../access.ts'
import type { InboxCounts } from '../contract.ts'

/** How much waits in the caller's own inbox: asked by every page, so it reads only what is unread or open. */
export async function countNotices(context: Context): Promise<InboxCounts> {
  const { tx, actor, today } = context
  mustReadNotices(actor)
  return tx.selectFrom('notices.notices')
    .select([
      sql<number>`count(*) filter (where read_at is null)::int`.as('unread'),
      sql<number>`count(*) filter (where kind = 'task' and done_at is null)::int`.as('openTasks'),
      sql<number>`count(*) filter (where kind = 'task' and done_at is null and due_on < ${today}::date)::int`.as('overdue'),
    ])
    .where('cityId', '=', actor.cityId).where('recipientAccountId', '=', actor.accountId)
    .where('scopeCode', '>=', actor.scopeLo).where('scopeCode', '<=', actor.scopeHi)
    .where((is) => is.or([is('readAt', 'is', null), is.and([is('kind', '=', 'task'), is('doneAt', 'is', null)])]))
    .executeTakeFirstOrThrow()
}
