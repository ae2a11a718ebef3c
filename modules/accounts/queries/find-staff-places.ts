import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** A unit a row of a workbook names. */
export type StaffUnit = { id: string; scopeLo: string }

/** Open units of the actor's range by the names and codes written in a workbook; several where a name is not enough. */
export async function findUnitsByText({ tx, actor }: Context, texts: readonly string[]): Promise<Map<string, StaffUnit[]>> {
  const asked = [...new Set(texts.filter((text) => text !== ''))]
  const found = new Map<string, StaffUnit[]>()
  if (asked.length === 0) return found
  const rows = await tx.selectFrom('organization.publishedUnits').select(['id', 'scopeLo', 'name', 'shortName', 'code']).where('cityId', '=', actor.cityId)
    .where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi).where('closedOn', 'is', null)
    .where((is) => is.or([is('name', 'in', asked), is('shortName', 'in', asked), is('code', 'in', asked)])).execute()
  for (const { id, scopeLo, name, shortName, code } of rows) {
    for (const text of new Set([name, shortName, code])) {
      if (text !== null && id !== null && scopeLo !== null) found.set(text, [...found.get(text) ?? [], { id, scopeLo }])
    }
  }
  return found
}

/** Sign-in names of the city that are taken already. */
export async function findTakenNames({ tx, actor }: Context, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const rows = await tx.selectFrom('accounts.accounts').select('signInName').where('cityId', '=', actor.cityId)
    .where('signInName', 'in', [...new Set(names)]).execute()
  return new Set(rows.map((row) => row.signInName))
}

/** Whether an account of the city has this sign-in name, whatever its capitals. */
export async function isNameTaken({ tx, actor }: Context, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from accounts.accounts where city_id = ${actor.cityId} and lower(sign_in_name) = lower(${name}) limit 1`.execute(tx)
  return rows.length > 0
}

/** Roles by their Chinese names. */
export async function readRoleNames({ tx }: Context): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('accounts.roles').select(['code', 'name']).orderBy('sortOrder').execute()
  return new Map(rows.map((row) => [row.name, row.code]))
}
