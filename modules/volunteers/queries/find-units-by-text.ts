import { sql } from 'kysely'
import { holdStanding } from '#modules/organization/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { TeamUnit } from './find-open-unit.ts'

/** For each text, the standing units of the actor's range with this code or name: one, none, or several; none is closed before the rows are in. */
export async function findUnitsByText(context: Context, texts: readonly string[]): Promise<Map<string, TeamUnit[]>> {
  const { tx, actor } = context
  const wanted = [...new Set(texts)].filter((text) => text !== '')
  const found = new Map<string, TeamUnit[]>(wanted.map((text) => [text, []]))
  if (wanted.length === 0) return found
  const { rows } = await sql<TeamUnit & { text: string }>`
    select t.text, u.id, lpad(u.scope_lo::text, 18, '0') as scope_code, u.name
      from json_array_elements_text(${JSON.stringify(wanted)}::json) as t (text)
      join organization.published_units u on u.city_id = ${actor.cityId} and (u.code = t.text or u.name = t.text or u.short_name = t.text)
     where u.closed_on is null and u.scope_lo between ${actor.scopeLo}::bigint and ${actor.scopeHi}::bigint`.execute(tx)
  const standing = await holdStanding(context, rows.map(({ id }) => id))
  for (const { text, ...unit } of rows.filter(({ id }) => standing.has(id))) found.get(text)?.push(unit)
  return found
}
