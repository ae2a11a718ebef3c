import { sql } from 'kysely'
import type { z } from 'zod'
import { cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManagePhones } from '../access.ts'
import type { Arrival, phoneContract } from '../contract.ts'
import { arrivalColumns, arrivalJoins, arrivalOf, isArrival, type ArrivalRecord } from './steps/arrival-rows.ts'

type Input = z.output<NonNullable<(typeof phoneContract.listArrivals)['~orpc']['inputSchema']>>

/** Letters that could not be recorded by themselves, the latest first, without what is written in them. */
export async function listArrivals({ tx, actor }: Context, input: Input): Promise<Page<Arrival>> {
  mustManagePhones(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  const named = input.q === undefined ? sql`` : sql` and strpos(l.person_name, ${input.q}) > 0`
  const status = input.status === undefined ? sql`` : sql` and l.status = ${input.status}`
  const where = sql`${isArrival} and l.scope_code >= ${lo}::bigint and l.scope_code <= ${hi}::bigint${named}${status}`
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (l.received_at, l.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const [page, count] = await Promise.all([
    sql<ArrivalRecord>`select ${arrivalColumns} from phone.letters l ${arrivalJoins} where l.city_id = ${actor.cityId} and ${where}${beyond}
      order by l.received_at desc, l.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from phone.letters l where l.city_id = ${actor.cityId} and ${where}`.execute(tx),
  ])
  const keyOf = ({ receivedAt, id }: Arrival) => [new Date(receivedAt).toISOString(), id]
  return pageFrom(page.rows.map(arrivalOf), { limit: input.limit, keyOf }, count.rows[0]?.count ?? 0)
}
