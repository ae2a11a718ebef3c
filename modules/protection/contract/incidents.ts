import { z } from 'zod'
import { fileFields } from '#modules/children/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, line, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { parseLocalDate } from '#platform/values/local-date.ts'

/** What can happen to data. */
export const incidentKinds = ['leak', 'loss', 'tampering', 'misuse'] as const
/** What still has to be done before an incident can be closed. */
export const incidentObstacles = ['authority', 'guardians', 'measures'] as const

const version = z.number().int()
// A repeated request is answered from what was kept as JSON, where an instant is a text.
const instant = z.coerce.date()
/** An instant as a form writes it: day and minute in China. */
const minute = z.string().refine((text) => /^2\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && parseLocalDate(text.slice(0, 10)) !== undefined,
  '请填写真实的日期和时间，如 2026-03-05T09:30')

/** An incident as lists show it. */
export const IncidentRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), kind: z.enum(incidentKinds), title: z.string(), foundAt: instant, childrenCount: z.number().int(),
  status: z.enum(['open', 'closed']),
  /** Somebody who had to be told was not told in time. */
  isLate: z.boolean(),
})
/** An incident as lists show it. */
export type IncidentRow = z.infer<typeof IncidentRow>

/** An incident with what was done. */
export const Incident = IncidentRow.extend({
  version, fields: z.array(z.enum(fileFields)), cause: z.string(), measures: z.string(), authorityName: z.string().nullable(),
  authorityToldAt: instant.nullable(), authorityDueAt: instant, guardiansToldAt: instant.nullable(), guardiansNote: z.string().nullable(),
  guardiansDueAt: instant, closingNote: z.string().nullable(), closedAt: instant.nullable(), closedName: z.string().nullable(), recordedName: z.string(),
  /** Children known to be concerned, masked, the first of them; empty for who may not see children. */
  children: z.array(z.object({ id, maskedName: z.string(), ageBand: z.string() })),
  /** How many there are in the list of children; none for who may not see children. */
  listedCount: z.number().int(),
  /** What must be done before it can be closed. */
  obstacles: z.array(z.enum(incidentObstacles)),
})
/** An incident with what was done. */
export type Incident = z.infer<typeof Incident>

const details = {
  title: line(100), fields: z.array(z.enum(fileFields)).min(1).max(fileFields.length), childrenCount: z.number().int().min(0).max(1_000_000),
  cause: prose(1000).min(2, '请写明经过'),
}
/** A child known to be concerned by an incident, masked. */
export const IncidentChild = z.object({ id, unitCode: z.string(), unitName: z.string(), maskedName: z.string(), ageBand: z.string() })
/** A child known to be concerned by an incident. */
export type IncidentChild = z.infer<typeof IncidentChild>

/** What is written down when an incident is found. */
export const NewIncident = z.object({
  ...details,
  /** Unit where it happened; the caller's own when left out. */
  unitId: id.optional(),
  kind: z.enum(incidentKinds), foundAt: minute, childIds: z.array(id).max(200).default([]),
})
/** What is written down when an incident is found. */
export type NewIncident = z.output<typeof NewIncident>

/** What becomes known or done later; what is left out stays. */
export const IncidentChange = z.object({
  id, version, ...z.object(details).partial().shape, measures: prose(1000).optional(), authorityName: line(100).optional(),
  authorityToldAt: minute.optional(), guardiansToldAt: minute.optional(), guardiansNote: line(200).optional(),
})
/** What becomes known or done later. */
export type IncidentChange = z.output<typeof IncidentChange>

const changed = z.object({ id, version })
const IncidentClosed = { status: 409, message: '这起事件已经办结，不能再修改；有新情况请另行登记。' }

/** 信息安全事件: what happened, who was told, what was done. */
export const incidentOperations = {
  listIncidents: base.route({ method: 'GET', path: '/incidents', summary: '信息安全事件' })
    .input(listQuery.omit({ q: true }).extend({ status: z.enum(['open', 'closed']).optional(), kind: z.enum(incidentKinds).optional() }))
    .output(pageOf(IncidentRow)),
  getIncident: base.route({ method: 'GET', path: '/incidents/{id}', summary: '一起信息安全事件' }).input(z.object({ id })).output(Incident),
  listIncidentChildren: base.route({ method: 'GET', path: '/incidents/{id}/children', summary: '一起信息安全事件涉及的孩子' })
    .input(listQuery.omit({ q: true, unit: true }).extend({ id })).output(pageOf(IncidentChild)),
  recordIncident: base.route({ method: 'POST', path: '/incidents', summary: '登记信息安全事件', successStatus: 201 })
    .meta({ idempotent: true }).input(NewIncident).output(changed),
  updateIncident: base.route({ method: 'PATCH', path: '/incidents/{id}', summary: '补充信息安全事件' }).errors({ INCIDENT_CLOSED: IncidentClosed })
    .input(IncidentChange).output(changed),
  closeIncident: base.route({ method: 'POST', path: '/incidents/{id}/close', summary: '办结信息安全事件' })
    .errors({
      INCIDENT_CLOSED: IncidentClosed,
      INCIDENT_UNFINISHED: {
        status: 409, message: '还不能办结：请先写明处置措施、向主管部门的报告和对监护人的告知（或不需告知的理由）。',
        data: z.object({ obstacles: z.array(z.enum(incidentObstacles)) }),
      },
    })
    .input(z.object({ id, version, note: line(300) })).output(changed),
}
