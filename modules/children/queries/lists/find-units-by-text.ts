import { sql } from 'kysely'
import { holdStanding } from '#modules/organization/index.ts'
import type { Context } from '#platform/http/context.ts'

/** A unit that may look after a child. */
export type ListUnit = { id: string; scopeCode: string; name: string }

/** For each text, the standing units of the actor's range with this code or name: one, none, or several; none is closed before the rows are in. */
export async function findUnitsByText(context: Context, texts: readonly string[]): Promise<Map<string, ListUnit[]>> {
  const { tx, actor } = context
  const wanted = [...new Set(texts)].filter((text) => text !== '')
  const found = new Map<string, ListUnit[]>(wanted.map((text) => [text, []]))
  if (wanted.length === 0) return found
  const { rows } = await sql<ListUnit & { text: string }>`
    select asked.text, unit.id, lpad(unit.scope_lo::text, 18, '0') as scope_code, unit.name
      from json_array_elements_text(${JSON.stringify(wanted)}::json) as asked (text)
      join organization.published_units unit on unit.city_id = ${actor.cityId}
        and (unit.code = asked.text or unit.name = asked.text or unit.short_name = asked.text)
     where unit.closed_on is null and unit.scope_lo between ${actor.scopeLo}::bigint and ${actor.scopeHi}::bigint`.execute(tx)
  const standing = await holdStanding(context, rows.map(({ id }) => id))
  for (const { text, ...unit } of rows.filter(({ id }) => standing.has(id))) found.get(text)?.push(unit)
  return found
}
