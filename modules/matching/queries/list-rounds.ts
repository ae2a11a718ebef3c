import { sql } from 'kysely'
import type { z } from 'zod'
import { cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'
import type { matchingContract, Round } from '../contract.ts'
import { roundColumns, roundJoins, roundOf, type RoundRecord } from './round-rows.ts'

type Input = z.output<NonNullable<(typeof matchingContract.listRounds)['~orpc']['inputSchema']>>

/** Rounds of a range, the latest first. */
export async function listRounds({ tx, actor }: Context, input: Input): Promise<Page<Round>> {
  mustMatch(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (r.requested_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const named = input.q === undefined ? sql`` : sql` and strpos(u.name, ${input.q}) > 0`
  const where = sql`r.scope_code >= ${lo}::bigint and r.scope_code <= ${hi}::bigint${named}`
  const [page, count] = await Promise.all([
    sql<RoundRecord>`select ${roundColumns} from matching.rounds r ${roundJoins} where r.city_id = ${actor.cityId} and ${where}${beyond}
      order by r.requested_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from matching.rounds r ${roundJoins}
      where r.city_id = ${actor.cityId} and ${where}`.execute(tx),
  ])
  const keyOf = ({ requestedAt, id }: Round) => [new Date(requestedAt).toISOString(), id]
  return pageFrom(page.rows.map(roundOf), { limit: input.limit, keyOf }, count.rows[0]?.count ?? 0)
}
