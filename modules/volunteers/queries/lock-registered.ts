import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { getVolunteer } from './get-volunteer.ts'

/** A row of the register, locked until the transaction ends; NOT_FOUND outside the range and for records that ended. */
export async function lockRegistered({ tx, actor }: Context, id: string) {
  const row = await tx.selectFrom('volunteers.volunteers').selectAll().where('cityId', '=', actor.cityId).where('id', '=', id)
    .where('status', 'not in', ['merged', 'withdrawn']).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return { ...row, scopeCode: row.scopeCode.padStart(18, '0') }
}

/** A row of the register as stored. */
export type RegisteredVolunteer = Awaited<ReturnType<typeof lockRegistered>>

/** Refuses to overwrite what somebody else has changed meanwhile, and shows it. */
export async function refuseIfStale(context: Context, row: RegisteredVolunteer, version: number): Promise<void> {
  if (row.version === version) return
  throw new Refusal('STALE', { version: row.version, current: await getVolunteer(context, { id: row.id }) })
}

/** The part of a row that facts speak of. */
export const countedOf = (row: RegisteredVolunteer) => (
  { id: row.id, name: row.name, unit: { id: row.unitId, scopeCode: row.scopeCode }, categories: row.categories, isPartyMember: row.isPartyMember })
