import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustMatch } from '../access.ts'
import type { matchingContract, UnservedRow } from '../contract.ts'
import { getRoundRow } from './round-rows.ts'

type Input = z.output<NonNullable<(typeof matchingContract.listUnserved)['~orpc']['inputSchema']>>
type Row = z.infer<typeof UnservedRow>
type Record = Omit<Row, 'unitCode'> & { scopeCode: string; urgency: number }

const joins = sql`
  join care.published_cases c on c.city_id = n.city_id and c.id = n.case_id
  join organization.published_units u on u.city_id = c.city_id and u.id = c.unit_id`

/** Children for whom a round proposes nobody, the most urgent first. */
export async function listUnserved(context: Context, input: Input): Promise<Page<Row>> {
  const { tx, actor } = context
  mustMatch(actor)
  await getRoundRow(context, input.id)
  const { lo, hi } = rangeOf(actor, input.unit)
  const after = cursorOf(input.after, 'number', 'id')
  const urgency = sql`array_position(array['red', 'yellow', 'blue', 'green'], n.colour)`
  const beyond = after === undefined ? sql`` : sql` and (${urgency}, n.id) > (${after[0]}::int, ${after[1]}::uuid)`
  const where = sql`n.round_id = ${input.id} and c.scope_code >= ${lo}::bigint and c.scope_code <= ${hi}::bigint`
  const [page, count] = await Promise.all([
    sql<Record>`select n.id, c.scope_code::text as scope_code, u.name as unit_name, n.case_id, n.child_label, n.colour, n.reason, ${urgency} as urgency
      from matching.unserved n
      ${joins}
      where n.city_id = ${actor.cityId} and ${where}${beyond} order by ${urgency}, n.id limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from matching.unserved n ${joins}
      where n.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const found = pageFrom(page.rows, { limit: input.limit, keyOf: ({ urgency: first, id }) => [String(first), id] }, count.rows[0]?.count ?? 0)
  return { ...found, items: found.items.map(({ scopeCode, urgency: _urgency, ...rest }) => ({ ...rest, unitCode: codeOfScope(scopeCode) })) }
}
