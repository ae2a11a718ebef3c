import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { isCleared } from '../../rules/pairing.ts'

/** From when to when the clearance of a volunteer holds; null where there is none. */
export type VolunteerClearance = { volunteerId: string; clearanceOn: string | null; clearanceUntil: string | null }

/** Clearances of volunteers who are paired, also of those registered outside the range. */
export async function listClearances({ tx }: Context, ids: string[]): Promise<VolunteerClearance[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<VolunteerClearance>`
    select volunteer_id, clearance_on, clearance_until from access.list_paired_clearances(${ids}::uuid[])`.execute(tx)
  return rows
}

/** Nobody is sent to a child on a day on which the clearance does not hold any more. */
export function mustHold(clearance: VolunteerClearance | undefined, day: string): void {
  const { clearanceOn = null, clearanceUntil = null } = clearance ?? {}
  const holds = clearanceOn !== null && isCleared({ validFrom: clearanceOn, validUntil: clearanceUntil }, { from: day, until: day })
  if (!holds) throw new Refusal('VOLUNTEER_NOT_CLEARED', { clearedUntilOn: clearanceUntil })
}

/** The same for one volunteer. */
export async function mustBeClearedOn(context: Context, volunteerId: string, day: string): Promise<void> {
  mustHold((await listClearances(context, [volunteerId]))[0], day)
}
