import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { nextInstitutionSlot } from '#platform/values/scope-code.ts'

/** A code that was never given below a unit; lock the unit first, so that two do not take the same. Refuses when none is left. */
export async function findFreeCode(context: Context, parentCode: string): Promise<string> {
  const { tx, actor } = context
  const { rows } = await sql<{ code: string }>`
    select code from organization.units where city_id = ${actor.cityId} and code like ${`${parentCode}%`}
    union select code from organization.unit_codes where city_id = ${actor.cityId} and code like ${`${parentCode}%`}`.execute(tx)
  const code = nextInstitutionSlot(parentCode, rows.map((row) => row.code))
  if (code === undefined) throw new Refusal('NO_CODE_LEFT')
  return code
}
