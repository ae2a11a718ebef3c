import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCloseIncidents } from '../access.ts'
import { findIncidentObstacles } from '../rules/incidents.ts'
import { lockOpenIncident } from './steps/lock-incident.ts'

/** The responsible person closes an incident when measures are written, the authority was told and the guardians dealt with. */
export async function closeIncident(context: Context, input: { id: string; version: number; note: string }): Promise<{ id: string; version: number }> {
  mustCloseIncidents(context.actor)
  const { tx, actor, now } = context
  const incident = await lockOpenIncident(context, input)
  const obstacles = findIncidentObstacles(incident)
  if (obstacles.length > 0) throw new Refusal('INCIDENT_UNFINISHED', { obstacles })
  await tx.updateTable('protection.incidents').set({
    status: 'closed', closingNote: input.note, closedAt: now, closedName: actor.personName, version: incident.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', incident.id).execute()
  await recordAudit(context, { verb: 'incident.closed', subjectKind: 'incident', subjectId: incident.id, scopeCode: incident.scopeCode })
  return { id: incident.id, version: incident.version + 1 }
}
