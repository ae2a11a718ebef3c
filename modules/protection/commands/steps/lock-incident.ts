import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** An open incident, locked until the end of the transaction; a stale version is refused with what stands there now. */
export async function lockOpenIncident({ tx, actor }: Context, { id, version }: { id: string; version: number }) {
  const incident = await tx.selectFrom('protection.incidents').selectAll()
    .where('cityId', '=', actor.cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (incident === undefined) throw new Refusal('NOT_FOUND')
  if (incident.status === 'closed') throw new Refusal('INCIDENT_CLOSED')
  if (incident.version !== version) {
    const { title, fields, childrenCount, cause, measures, authorityName, guardiansNote } = incident
    throw new Refusal('STALE', { version: incident.version, current: { title, fields, childrenCount, cause, measures, authorityName, guardiansNote } })
  }
  return incident
}
