import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { NewIncident } from '../../contract.ts'
import { findLimits } from '../../queries/find-limits.ts'
import { hoursAfter } from '../../rules/incidents.ts'

type Found = Pick<NewIncident, 'kind' | 'title' | 'fields' | 'childrenCount' | 'cause'> & {
  unitId: string; scopeCode: string; foundAt: Date; childIds: readonly string[]
}

/** Writes an incident and the children known to be concerned; the time limits run from its finding. Gives its id. */
export async function insertIncident(context: Context, found: Found): Promise<string> {
  const { tx, actor, now } = context
  const limits = await findLimits(context)
  const { childIds, ...incident } = found
  const [id, key] = [newId(), { cityId: actor.cityId, scopeCode: found.scopeCode }]
  await tx.insertInto('protection.incidents').values({
    ...incident, ...key, id, authorityDueAt: hoursAfter(found.foundAt, limits.authorityHours), guardiansDueAt: hoursAfter(found.foundAt, limits.guardiansHours),
    recordedBy: actor.accountId, recordedName: actor.personName, createdAt: now, updatedAt: now,
  }).execute()
  if (childIds.length > 0) {
    await tx.insertInto('protection.incidentChildren').values(childIds.map((childId) => ({ ...key, incidentId: id, childId }))).execute()
  }
  await recordAudit(context, {
    verb: 'incident.recorded', subjectKind: 'incident', subjectId: id, scopeCode: found.scopeCode,
    details: { kind: found.kind, foundAt: found.foundAt, fields: found.fields, childrenCount: found.childrenCount },
  })
  return id
}
