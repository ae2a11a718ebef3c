import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { FoundTwin } from '../../queries/find-twins.ts'

/** A new or changed volunteer and a record that has something in common with it. */
export type NotedTwin = { volunteerId: string; twin: FoundTwin }

/**
 * Puts pairs into the queue of the unit that stands above both, also where that unit is above the actor's own. Pairs that were
 * decided before stay decided.
 */
export async function noteTwins({ tx }: Context, noted: readonly NotedTwin[]): Promise<void> {
  const pairs = new Map<string, { first: string; second: string; reasons: Set<string> }>()
  for (const { volunteerId, twin } of noted) {
    if (volunteerId === twin.volunteerId) continue
    const key = [volunteerId, twin.volunteerId].toSorted().join()
    const pair = pairs.get(key) ?? { first: volunteerId, second: twin.volunteerId, reasons: new Set() }
    pairs.set(key, { ...pair, reasons: pair.reasons.add(twin.reason) })
  }
  if (pairs.size === 0) return
  const rows = [...pairs.values()].map((pair) => ({ ...pair, reasons: [...pair.reasons].join(), id: newId() }))
  await sql`select access.note_volunteer_twins(array_agg(r.first), array_agg(r.second), array_agg(r.reasons), array_agg(r.id))
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (first uuid, second uuid, reasons text, id uuid)`.execute(tx)
}

/** Remembers that the registrar has looked at the visible ones and found them to be other people. */
export async function rememberDistinct({ tx, actor, now }: Context, volunteerId: string, others: readonly string[]): Promise<void> {
  if (others.length === 0) return
  await tx.updateTable('volunteers.duplicates').set({ status: 'distinct', decidedAt: now, decidedBy: actor.accountId, note: '登记时已核对' })
    .where('cityId', '=', actor.cityId).where('status', '=', 'open')
    .where((is) => is.or([
      is.and([is('firstId', '=', volunteerId), is('secondId', 'in', [...others])]),
      is.and([is('secondId', '=', volunteerId), is('firstId', 'in', [...others])])]))
    .execute()
}
