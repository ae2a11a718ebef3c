import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { isCleared } from '../../rules/pairing.ts'

/** Whether a volunteer serves, and from when to when the clearance holds; null where there is none. */
export type PairedState = { volunteerId: string; status: string; clearanceOn: string | null; clearanceUntil: string | null }

/** What holds of volunteers who are paired, also of those registered outside the range. */
export async function listPairedStates({ tx }: Context, ids: readonly string[]): Promise<PairedState[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PairedState>`
    select volunteer_id, status, clearance_on, clearance_until from access.list_paired_states(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** Nobody is sent to a child who rests or has left, nor on a day on which the clearance does not hold any more (decision 0020). */
export function mustServe(state: PairedState | undefined, day: string): void {
  const { status = 'active', clearanceOn = null, clearanceUntil = null } = state ?? {}
  if (status !== 'active') throw new Refusal('VOLUNTEER_NOT_ACTIVE')
  const holds = clearanceOn !== null && isCleared({ validFrom: clearanceOn, validUntil: clearanceUntil }, { from: day, until: day })
  if (!holds) throw new Refusal('VOLUNTEER_NOT_CLEARED', { clearedUntilOn: clearanceUntil })
}

/** The same for those who go, as far as somebody was named. */
export async function mustServeOn(context: Context, volunteerIds: readonly (string | null)[], day: string): Promise<void> {
  const named = volunteerIds.filter((id) => id !== null)
  const states = await listPairedStates(context, named)
  for (const id of named) mustServe(states.find(({ volunteerId }) => volunteerId === id), day)
}
