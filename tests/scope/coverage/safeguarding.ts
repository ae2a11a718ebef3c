import { newId } from '#platform/crypto/id.ts'
import type { Coverage, WriteEntry } from './entry.ts'

const reporters = ['office', 'leader', 'guardian-officer', 'care-worker', 'volunteer'] as const
const readers = ['office', 'care-worker', 'guardian-officer'] as const
const officers = ['guardian-officer'] as const
/** Done by the officer of the county, who is named for every report there; readers of units above may be named in the answer. */
const write = (input: WriteEntry['input'], more: Partial<WriteEntry> = {}): WriteEntry => ({
  walk: 'write', roles: readers, ids: { id: 'mandatoryreport' }, by: '冯科长', mayName: ['readers'], ...(input === undefined ? {} : { input }), ...more,
})
const versioned = (kind: string, more: Record<string, unknown>): WriteEntry['input'] => async (given, look) => (
  { version: await look(kind, given['id'] ?? ''), ...more })
const unfit = { status: 409, why: 'an account without a post that reads: READER_UNFIT' }

/** 强制报告: filed by everybody, read by whoever stands on the list of the report. */
export const safeguardingCoverage: Coverage = {
  // Names the people above who will receive the report: whoever reports may keep one of them out.
  'safeguarding.getReportingGuide': {
    walk: 'range', roles: reporters, inputs: [{}], filters: { childId: 'child' }, mayName: ['people'], why: 'numbers, situations, and who will be told',
  },
  // Whom the matter touches is only compared with those who would be told.
  'safeguarding.fileReport': {
    walk: 'write', roles: reporters, ids: { childId: 'child', 'withheld[]': 'account' }, unread: { 'withheld[]': reporters },
    input: (given) => ({
      submissionKey: newId(), situations: ['abandoned'], seenAt: '2026-03-16T08:30', seen: '无人照料', withheld: [given['withheld[]']],
    }),
  },
  'safeguarding.listReports': { walk: 'list', roles: readers, of: 'mandatoryreport' },
  'safeguarding.openReport': write(undefined),
  'safeguarding.openReporter': write(() => ({ reason: '公安要求核实' })),
  'safeguarding.recordStep': write(() => ({ kind: 'police', happenedAt: '2026-03-16T08:50', contact: '派出所' })),
  'safeguarding.closeReport': write(versioned('mandatoryreport', { result: 'police', text: '已立案' })),
  'safeguarding.reopenReport': write(versioned('closedreport', { reason: '情况反复' }), { ids: { id: 'closedreport' } }),
  'safeguarding.nameReader': write(undefined, { ids: { id: 'mandatoryreport', accountId: 'account' }, inTheEnd: unfit }),
  'safeguarding.endReader': write(() => ({ reason: '岗位调整' }), {
    ids: { id: 'mandatoryreport', accountId: 'account' }, inTheEnd: { status: 404, why: 'an account that is no reader of the report' },
  }),
  'safeguarding.countReports': { walk: 'range', roles: ['office', 'guardian-officer', 'leader'], inputs: [{}, { year: 2026 }], why: 'counts alone' },
  'safeguarding.listDesignees': { walk: 'list', roles: officers, of: 'designee' },
  'safeguarding.assignDesignee': write(undefined, { roles: officers, ids: { unitId: 'unit', accountId: 'account' }, inTheEnd: unfit }),
  'safeguarding.endDesignee': write(versioned('designee', { reason: '岗位调整' }), { roles: officers, ids: { id: 'designee' } }),
  printReport: { walk: 'one', roles: readers, ids: { id: 'mandatoryreport' } },
}
