import type { Coverage, WriteEntry } from './entry.ts'

const takers = ['office', 'care-worker', 'guardian-officer'] as const
const officers = ['guardian-officer'] as const
const judges = ['guardian-officer', 'audit-admin'] as const
const recorders = ['office', 'guardian-officer'] as const
const readers = ['office', 'guardian-officer', 'audit-admin'] as const
const on = '2026-03-16'
const write = (roles: WriteEntry['roles'], ids: WriteEntry['ids'], input: WriteEntry['input'], by?: string): WriteEntry => ({
  walk: 'write', roles, ids, ...(input === undefined ? {} : { input }), ...(by === undefined ? {} : { by }),
})
const versioned = (kind: string, more: Record<string, unknown>): WriteEntry['input'] => async (given, look) => (
  { version: await look(kind, given['id'] ?? ''), ...more })

/** 未成年人信息保护: what belongs to the children of the range. */
export const protectionCoverage: Coverage = {
  'protection.listRightsRequests': { walk: 'list', roles: takers, of: 'rightsrequest', filters: { childId: 'child' } },
  'protection.getRightsRequest': { walk: 'one', roles: takers, ids: { id: 'rightsrequest' } },
  'protection.recordRightsRequest': write(takers, { childId: 'child', guardianId: 'guardian' }, () => ({
    kind: 'see', askedBy: 'guardian', proof: 'court', requesterName: '监护人', wish: '查看登记的情况', receivedOn: on,
  })),
  'protection.decideRightsRequest': write(officers, { id: 'rightsrequest' }, versioned('rightsrequest', { granted: true, reply: '同意查阅' }), '冯科长'),
  'protection.sendRightsReply': {
    ...write(officers, { id: 'decidedrightsrequest' }, versioned('decidedrightsrequest', { sentOn: on, sentHow: 'post' }), '冯科长'),
  },
  'protection.listUnusualAccesses': { walk: 'list', roles: judges, of: 'unusualaccess' },
  'protection.getUnusualAccess': { walk: 'one', roles: judges, ids: { id: 'unusualaccess' } },
  'protection.decideUnusualAccess': write(officers, { id: 'unusualaccess' }, versioned('unusualaccess', { justified: false, explanation: '经核实不正当' }), '冯科长'),
  'protection.listEmergencyAccesses': { walk: 'list', roles: officers, of: 'emergencyaccess', where: 'is_emergency' },
  'protection.listIncidents': { walk: 'list', roles: readers, of: 'incident' },
  'protection.getIncident': { walk: 'one', roles: readers, ids: { id: 'incident' } },
  'protection.listIncidentChildren': { walk: 'one', roles: readers, ids: { id: 'incident' } },
  'protection.recordIncident': write(recorders, { unitId: 'unit', 'childIds[]': 'child' }, (given) => ({
    kind: 'leak', title: '名册遗失', fields: ['name'], childrenCount: 5, cause: '会后遗失', foundAt: '2026-03-16T08:00', childIds: [given['childIds[]']],
  })),
  'protection.updateIncident': write(recorders, { id: 'incident' }, versioned('incident', { measures: '已收回' })),
  'protection.closeIncident': write(officers, { id: 'readyincident' }, versioned('readyincident', { note: '已整改' }), '冯科长'),
  'protection.listRetentions': { walk: 'list', roles: officers, of: 'retention' },
  'protection.listRetentionRules': { walk: 'plain', why: 'the rules, the same everywhere', roles: officers },
  'protection.listErasures': { walk: 'list', roles: judges, of: 'erasure', where: `verb = 'child.erased'` },
  exportErasureProof: { walk: 'one', roles: judges, ids: { id: 'erasure' } },
  'protection.getComplianceReport': { walk: 'range', roles: readers, inputs: [{}], why: 'figures of the range' },
  'protection.listComplianceRows': { walk: 'range', roles: readers, inputs: [{ code: 'children-kept' }, { code: 'incidents' }], why: 'the rows behind a figure' },
  'protection.saveComplianceReport': { walk: 'plain', why: 'names no record: settles the report of the own unit', input: { year: 2026 }, roles: officers, status: 409 },
  'protection.listHolidayYears': { walk: 'plain', why: 'the holidays of the country, the same for the whole city', roles: ['system-admin'] },
  'protection.recordHolidayYear': {
    walk: 'plain', why: 'names no record: the holidays of a year for the whole city', roles: ['system-admin'],
    input: { year: 2027, daysOff: ['2027-01-01', '2027-05-01', '2027-10-01'], daysWorked: [], source: '放假通知' }, status: 201,
  },
  exportComplianceReport: { walk: 'range', roles: readers, inputs: [{}], why: 'the figures of the range on paper' },
  exportIncident: { walk: 'one', roles: readers, ids: { id: 'incident' } },
  exportRightsReply: { walk: 'one', roles: officers, ids: { id: 'decidedrightsrequest' } },
  exportChildCopyDocument: { walk: 'one', roles: officers, ids: { id: 'grantedrightsrequest' } },
  exportChildCopyWorkbook: { walk: 'one', roles: officers, ids: { id: 'grantedrightsrequest' } },
}
