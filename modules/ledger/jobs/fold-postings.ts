import { sql } from 'kysely'
import { findWatermark, isSettledAfter, moveWatermark, takeTurn } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { columnsOf, reader } from '../queries/balances.ts'

/** Most postings one fold adds: its memory and its time stay small. */
export const foldBatch = 50_000

/**
 * Adds the next settled postings to the balances of months and says how many there were. Balances and watermark change in one transaction, so that a
 * posting is added once, however often the job runs; whoever cannot take the turn leaves the work to the one who has it.
 */
export async function foldPostings(context: Context, limit = foldBatch): Promise<number> {
  const { tx, actor: { cityId }, installation } = context
  if (!await takeTurn(tx, cityId, reader)) return 0
  const from = await findWatermark(tx, cityId, reader)
  const settled = tx.selectFrom('ledger.postings').select(['epoch', 'tx', 'position'])
    .where('cityId', '=', cityId).where(isSettledAfter(from, installation.epoch)).orderBy('epoch').orderBy('tx').orderBy('position').limit(limit)
  const last = await tx.selectFrom(settled.as('batch')).select(['epoch', 'tx', 'position', sql<number>`count(*) over ()`.as('postings')])
    .orderBy('epoch', 'desc').orderBy('tx', 'desc').orderBy('position', 'desc').limit(1).executeTakeFirst()
  if (last === undefined) return 0
  const { postings, ...to } = last
  await sql`
    insert into ledger.month_balances as known (city_id, scope_code, book_id, month, kind, account_id, fund_id, restriction, project_id, cost_class, debit_fen,
      credit_fen)
    select s.city_id, min(s.scope_code), s.book_id, s.month, s.kind, s.account_id, s.fund_id, s.restriction, s.project_id, s.cost_class, sum(s.debit_fen),
      sum(s.credit_fen)
      from (select p.*, ${columnsOf('p')} from ledger.postings p where p.city_id = ${cityId}
        and (p.epoch, p.tx, p.position) > (${from.epoch}::int, ${from.tx}::bigint, ${from.position}::bigint)
        and (p.epoch, p.tx, p.position) <= (${to.epoch}::int, ${to.tx}::bigint, ${to.position}::bigint)) s
     group by s.city_id, s.book_id, s.month, s.kind, s.account_id, s.fund_id, s.restriction, s.project_id, s.cost_class
    on conflict on constraint month_balances_key do update
      set debit_fen = known.debit_fen + excluded.debit_fen, credit_fen = known.credit_fen + excluded.credit_fen`.execute(tx)
  await moveWatermark(tx, cityId, reader, to)
  return Number(postings)
}

/** Folds what the minute brought; after a bulk load several batches at once. */
export const foldPostingsJob: JobDefinition = {
  name: 'fold-postings',
  schedule: '* * * * *',
  run: async (context) => {
    for (let batches = 0; batches < 20; batches++) if (await foldPostings(context) < foldBatch) return
  },
}
