import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** What other modules may know of a volunteer. */
export type KnownVolunteer = {
  id: string
  name: string
  unitId: string
  scopeCode: string
  sex: 'male' | 'female'
  status: 'active' | 'resting' | 'left'
  /** How many children the volunteer looks after at most; 0 for none. */
  capacity: number
  healthLimits: string[]
  /** Latest clearance; null when there was none. `validUntil` is null unless the result is clear. */
  clearance: { result: 'clear' | 'found' | 'pending'; validFrom: LocalDate; validUntil: LocalDate | null } | null
}

const columns = [
  'id', 'name', 'unitId', 'scopeCode', 'sex', 'status', 'capacity', 'healthLimits', 'clearanceResult', 'clearanceOn', 'clearanceUntil',
] as const

/** One volunteer the actor can see; undefined when there is none, also for records that ended in a merge. */
export async function findVolunteer(context: Context, id: string): Promise<KnownVolunteer | undefined> {
  const row = await volunteersOf(context).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : knownOf(row)
}

/** The same, locked until the transaction ends, so that capacity and status hold while a pairing is written. */
export async function lockVolunteer(context: Context, id: string): Promise<KnownVolunteer | undefined> {
  const row = await volunteersOf(context).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : knownOf(row)
}

/** The visible ones among these ids, in no order. */
export async function listVolunteersByIds(context: Context, ids: readonly string[]): Promise<KnownVolunteer[]> {
  if (ids.length === 0) return []
  const rows = await volunteersOf(context).where('id', 'in', [...ids]).execute()
  return rows.map(knownOf)
}

function volunteersOf({ tx, actor }: Context) {
  return tx.selectFrom('volunteers.volunteers').select(columns).where('cityId', '=', actor.cityId).where('status', 'not in', ['merged', 'withdrawn'])
}

type Row = Awaited<ReturnType<ReturnType<typeof volunteersOf>['executeTakeFirstOrThrow']>>

function knownOf(row: Row): KnownVolunteer {
  const { clearanceResult, clearanceOn, clearanceUntil, ...rest } = row
  const hasClearance = clearanceResult !== null && clearanceOn !== null
  return {
    ...rest, scopeCode: rest.scopeCode.padStart(18, '0'), sex: rest.sex as KnownVolunteer['sex'], status: rest.status as KnownVolunteer['status'],
    clearance: hasClearance ? { result: clearanceResult as 'clear', validFrom: clearanceOn, validUntil: clearanceUntil } : null,
  }
}
