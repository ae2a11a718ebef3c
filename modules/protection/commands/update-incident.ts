import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordIncidents } from '../access.ts'
import type { IncidentChange } from '../contract.ts'
import { instantOf } from '../rules/incidents.ts'
import { lockOpenIncident } from './steps/lock-incident.ts'

/** Adds what became known or was done: measures, the report to the authority, the word to the guardians. */
export async function updateIncident(context: Context, input: IncidentChange): Promise<{ id: string; version: number }> {
  mustRecordIncidents(context.actor)
  const { tx, actor, now } = context
  const incident = await lockOpenIncident(context, input)
  const told = {
    ...(input.authorityToldAt === undefined ? {} : { authorityToldAt: instantOf(input.authorityToldAt) }),
    ...(input.guardiansToldAt === undefined ? {} : { guardiansToldAt: instantOf(input.guardiansToldAt) }),
  }
  for (const [field, at] of Object.entries(told)) {
    if (at > now) throw new InvalidInput([{ path: [field], message: '时间不能晚于现在' }])
    if (at < incident.foundAt) throw new InvalidInput([{ path: [field], message: '时间不能早于发现时间' }])
  }
  const authorityName = input.authorityName ?? incident.authorityName
  const authorityToldAt = told.authorityToldAt ?? incident.authorityToldAt
  if ((authorityName === null) !== (authorityToldAt === null)) {
    throw new InvalidInput([{ path: [authorityName === null ? 'authorityName' : 'authorityToldAt'], message: '报告的部门和时间请一并填写' }])
  }
  if (told.guardiansToldAt !== undefined && (input.guardiansNote ?? incident.guardiansNote) === null) {
    throw new InvalidInput([{ path: ['guardiansNote'], message: '请写明怎样告知监护人' }])
  }
  const { id: _id, version: _version, authorityToldAt: _authority, guardiansToldAt: _guardians, ...plain } = input
  const set = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  await tx.updateTable('protection.incidents').set({ ...set, ...told, authorityName, version: incident.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', incident.id).execute()
  await recordAudit(context, {
    verb: 'incident.updated', subjectKind: 'incident', subjectId: incident.id, scopeCode: incident.scopeCode,
    details: { changed: [...Object.keys(set), ...Object.keys(told)], ...told },
  })
  return { id: incident.id, version: incident.version + 1 }
}
