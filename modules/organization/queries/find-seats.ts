import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { KnownSeat, PostUnit } from '../rules/exchange/known-posts.ts'

/** For each text, the standing units of the actor's range with this code or name: one, none, or several of the same name. */
export async function findPostUnits({ tx, actor }: Context, texts: readonly string[]): Promise<Map<string, PostUnit[]>> {
  const wanted = [...new Set(texts)].filter((text) => text !== '')
  const found = new Map<string, PostUnit[]>(wanted.map((text) => [text, []]))
  if (wanted.length === 0) return found
  const { rows } = await sql<PostUnit & { text: string }>`
    select asked.text, unit.id, lpad(unit.scope_lo::text, 18, '0') as scope_lo, unit.name, unit.short_name, unit.established_on
      from json_array_elements_text(${JSON.stringify(wanted)}::json) as asked (text)
      join organization.units unit on unit.city_id = ${actor.cityId}
        and (unit.code = asked.text or unit.name = asked.text or unit.short_name = asked.text)
     where unit.closed_on is null and unit.scope_lo between ${actor.scopeLo}::bigint and ${actor.scopeHi}::bigint`.execute(tx)
  for (const { text, ...unit } of rows) found.get(text)?.push(unit)
  return found
}

type SeatRow = Omit<KnownSeat, 'term' | 'past'>
type TermRow = NonNullable<KnownSeat['term']> & { postId: string; untilOn: string | null }

/** Every seat units ever had, numbered within its title, with who holds it and the terms that have ended. */
export async function findSeats({ tx, actor }: Context, unitIds: readonly string[]): Promise<KnownSeat[]> {
  if (unitIds.length === 0) return []
  const these = sql`(select value::uuid from json_array_elements_text(${JSON.stringify([...new Set(unitIds)])}::json) as asked (value))`
  const [seats, terms] = await Promise.all([
    sql<SeatRow>`
      select id, unit_id, title_code, row_number() over (partition by unit_id, title_code order by id)::int as seat, from_on, closed_on, vacant_since, version
        from organization.posts where city_id = ${actor.cityId} and unit_id in ${these} order by unit_id, title_code, seat`.execute(tx),
    sql<TermRow>`
      select id, post_id, person_id, person_name, from_on, due_to_end_on, until_on, is_full_time, version,
        (account_id is not null or volunteer_id is not null) as is_linked
        from organization.terms where city_id = ${actor.cityId} and unit_id in ${these}`.execute(tx),
  ])
  const termsOf = Map.groupBy(terms.rows, ({ postId }) => postId)
  return seats.rows.map((seat) => {
    const held = termsOf.get(seat.id) ?? []
    return { ...seat, term: held.find(({ untilOn }) => untilOn === null) ?? null, past: held.filter(({ untilOn }) => untilOn !== null) }
  })
}
