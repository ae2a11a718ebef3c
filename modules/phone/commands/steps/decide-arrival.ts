import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { getHeldArrival, type HeldArrival } from '../../queries/steps/arrival-rows.ts'

/** An arrival that waits for a decision, as the caller saw it; one that was decided meanwhile is refused. */
export async function lockArrival(context: Context, { id, version }: { id: string; version: number }): Promise<HeldArrival> {
  const held = await getHeldArrival(context, id, { locks: true })
  if (held.status !== 'waiting') throw new Refusal('ARRIVAL_DECIDED')
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

type Decision = { status: 'accepted' | 'set-aside'; visitId: string | null; reason: string | null }

/** Writes the decision. Of an accepted letter no content stays here: it lies with the visit, under the key of the case. */
export async function decideArrival({ tx, actor, now }: Context, held: HeldArrival, decision: Decision): Promise<void> {
  await tx.updateTable('phone.letters').set({
    ...decision, decidedAt: now, decidedBy: actor.accountId, decidedName: actor.personName, version: held.version + 1,
    ...(decision.status === 'accepted' ? { wrappedKey: null, sealed: null } : {}),
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
}
