import { sql } from 'kysely'
import { holdStanding } from '#modules/organization/index.ts'
import type { Context } from '#platform/http/context.ts'

/** A unit a row of a workbook names. */
export type StaffUnit = { id: string; scopeLo: string }

/** Open units of the actor's range by the names and codes written in a workbook; several where a name is not enough. None is closed before the rows are in. */
export async function findUnitsByText(context: Context, texts: readonly string[]): Promise<Map<string, StaffUnit[]>> {
  const { tx, actor } = context
  const asked = [...new Set(texts.filter((text) => text !== ''))]
  const found = new Map<string, StaffUnit[]>()
  if (asked.length === 0) return found
  const rows = await tx.selectFrom('organization.publishedUnits').select(['id', 'scopeLo', 'name', 'shortName', 'code']).where('cityId', '=', actor.cityId)
    .where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi).where('closedOn', 'is', null)
    .where((is) => is.or([is('name', 'in', asked), is('shortName', 'in', asked), is('code', 'in', asked)])).execute()
  const standing = await holdStanding(context, rows.flatMap(({ id }) => id ?? []))
  for (const { id, scopeLo, name, shortName, code } of rows) {
    if (id === null || !standing.has(id)) continue
    for (const text of new Set([name, shortName, code])) {
      if (text !== null && scopeLo !== null) found.set(text, [...found.get(text) ?? [], { id, scopeLo }])
    }
  }
  return found
}

/** Which of these sign-in names an account of the city has already, whatever its capitals. */
export async function findTakenNames({ tx, actor }: Context, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const { rows } = await sql<{ name: string }>`select asked.name from unnest(${[...new Set(names)]}::text[]) asked(name)
    join accounts.accounts a on a.city_id = ${actor.cityId} and lower(a.sign_in_name) = lower(asked.name)`.execute(tx)
  return new Set(rows.map(({ name }) => name))
}

/** Roles by their Chinese names. */
export async function readRoleNames({ tx }: Context): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('accounts.roles').select(['code', 'name']).orderBy('sortOrder').execute()
  return new Map(rows.map((row) => [row.name, row.code]))
}
