import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { TeamUnit } from './find-open-unit.ts'

/** For each text, the standing units of the actor's range with this code or name: one, none, or several of the same name. */
export async function findUnitsByText({ tx, actor }: Context, texts: readonly string[]): Promise<Map<string, TeamUnit[]>> {
  const wanted = [...new Set(texts)].filter((text) => text !== '')
  const found = new Map<string, TeamUnit[]>(wanted.map((text) => [text, []]))
  if (wanted.length === 0) return found
  const { rows } = await sql<TeamUnit & { text: string }>`
    select t.text, u.id, lpad(u.scope_lo::text, 18, '0') as scope_code, u.name
      from json_array_elements_text(${JSON.stringify(wanted)}::json) as t (text)
      join organization.published_units u on u.city_id = ${actor.cityId} and (u.code = t.text or u.name = t.text or u.short_name = t.text)
     where u.closed_on is null and u.scope_lo between ${actor.scopeLo}::bigint and ${actor.scopeHi}::bigint`.execute(tx)
  for (const { text, ...unit } of rows) found.get(text)?.push(unit)
  return found
}
