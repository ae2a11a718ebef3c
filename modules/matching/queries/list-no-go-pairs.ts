import { sql } from 'kysely'
import type { z } from 'zod'
import { cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'
import type { matchingContract, NoGoPair } from '../contract.ts'
import { noGoColumns, noGoJoins, noGoOf, type NoGoRecord } from './no-go-rows.ts'

type Input = z.output<NonNullable<(typeof matchingContract.listNoGoPairs)['~orpc']['inputSchema']>>

/** Pairs that must not be made, the latest first. */
export async function listNoGoPairs({ tx, actor }: Context, input: Input): Promise<Page<NoGoPair>> {
  mustMatch(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (n.set_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const named = input.q === undefined ? sql`` : sql` and strpos(n.volunteer_name, ${input.q}) > 0`
  const where = sql`n.scope_code >= ${lo}::bigint and n.scope_code <= ${hi}::bigint${named}`
  const [page, count] = await Promise.all([
    sql<NoGoRecord>`select ${noGoColumns} from matching.no_go_pairs n ${noGoJoins} where n.city_id = ${actor.cityId} and ${where}${beyond}
      order by n.set_at desc, n.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from matching.no_go_pairs n where n.city_id = ${actor.cityId} and ${where}`.execute(tx),
  ])
  return pageFrom(page.rows.map(noGoOf), { limit: input.limit, keyOf: ({ setAt, id }) => [new Date(setAt).toISOString(), id] }, count.rows[0]?.count ?? 0)
}
