import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { TeamUnit } from '../../queries/find-open-unit.ts'
import type { RegisteredVolunteer } from '../../queries/lock-registered.ts'
import { replaceSearchTerms } from './search-terms.ts'

type Carried = { unit: TeamUnit; memberSince: LocalDate; version: number }

/** Every row of the volunteer, and what the search finds, carries the scope code of the unit; returns the volunteer as it stands there. */
export async function carryToUnit(context: Context, row: RegisteredVolunteer, { unit, memberSince, version }: Carried): Promise<RegisteredVolunteer> {
  const { tx, actor, now } = context
  const [city, { scopeCode }] = [actor.cityId, unit]
  await Promise.all([
    tx.updateTable('volunteers.volunteers').set({ unitId: unit.id, scopeCode, memberSince, version, updatedAt: now })
      .where('cityId', '=', city).where('id', '=', row.id).execute(),
    tx.updateTable('volunteers.personKeys').set({ scopeCode }).where('cityId', '=', city).where('id', '=', row.id).execute(),
    tx.updateTable('volunteers.clearances').set({ scopeCode }).where('cityId', '=', city).where('volunteerId', '=', row.id).execute(),
    tx.updateTable('volunteers.insurances').set({ scopeCode }).where('cityId', '=', city).where('volunteerId', '=', row.id).execute(),
    sql`select access.place_volunteer_twins(${row.id})`.execute(tx),
  ])
  const carried = { ...row, unitId: unit.id, scopeCode }
  await replaceSearchTerms(context, carried)
  return carried
}
