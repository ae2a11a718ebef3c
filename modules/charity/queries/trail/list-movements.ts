import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Movement } from '../../rules/trail.ts'

/** What changed a fund, each entry with its reversal taken off. */
export async function listMovements({ tx, actor }: Context, fundId: string): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select m.origin_id, m.dated_on, m.source, m.source_id, m.is_cost, sum(m.amount_fen)::float8 as amount_fen, max(m.cost_class) as cost_class,
        max(m.project_label) as project_label
      from ledger.published_movements m where m.city_id = ${actor.cityId} and m.fund_id = ${fundId}
     group by m.origin_id, m.dated_on, m.source, m.source_id, m.is_cost having sum(m.amount_fen) <> 0`.execute(tx)
  return rows
}
