import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['office', 'care-worker', 'leader', 'guardian-officer'] as const
const workers = ['office', 'care-worker'] as const
const openers = ['office', 'care-worker', 'guardian-officer', 'volunteer'] as const
// Openers who see the masked card: a file they may not open yet tells them what to ask for.
const knowing = ['office', 'care-worker', 'guardian-officer'] as const
const on = '2026-03-10'
const write = (input: WriteEntry['input'], ids: WriteEntry['ids'] = {}, roles: WriteEntry['roles'] = workers): WriteEntry => ({
  walk: 'write', roles, ids: { id: 'child', ...ids }, ...(input === undefined ? {} : { input }),
})
const versioned = (more: Record<string, unknown>): WriteEntry['input'] => async (given, look) => ({ version: await look('child', given['id'] ?? ''), ...more })
/** A child that the caller may open: the registrar has an approval from the registration itself. */
const needsApproval = { status: 403, why: 'only who registered the child, or holds an approval, may change or open an identity: ACCESS_REQUIRED' }

/** A record that was merged is shown by the one that goes on. */
const notMerged = `status <> 'merged'`

/** 关爱对象: masked for everyone, opened only with an approval. */
export const childrenCoverage: Coverage = {
  'children.listChildren': { walk: 'list', roles: readers, of: 'child', where: notMerged },
  'children.searchChildren': { walk: 'list', roles: readers, of: 'child', where: notMerged },
  'children.getChild': { walk: 'one', roles: readers, ids: { id: 'child' } },
  'children.getPastChild': { walk: 'one', roles: ['office', 'care-worker', 'guardian-officer'], ids: { id: 'child' }, input: () => ({ day: on }) },
  'children.openChildFile': { ...write(() => ({ fields: ['name'], purpose: 'verification' }), {}, openers), inTheEnd: needsApproval },
  'children.findDuplicateChildren': {
    walk: 'range', roles: workers, inputs: [{ name: '龚零零三' }, { name: '桂零零三', birthOn: '2014-05-06' }],
    why: 'names only units of children outside the range',
  },
  'children.registerChild': {
    walk: 'write', roles: workers, ids: { unitId: 'unit', siblingId: 'child' },
    input: () => ({ name: '新登记', sex: 'female', paperKind: 'none', birthOn: '2015-01-02', guardians: [] }),
  },
  'children.correctChild': { ...write(versioned({ school: '中心小学' })), inTheEnd: needsApproval },
  'children.recordFact': write(() => ({ subject: 'child', kind: 'schooling', value: 'primary', fromOn: '2024-09-01', evidence: 'school' })),
  'children.endFact': write(() => ({ untilOn: on }), { factId: 'fact' }),
  'children.voidFact': write(() => ({ reason: '记错了' }), { factId: 'fact' }),
  'children.recordConsent': write(() => ({ kind: 'sharing', form: 'paper', covers: '与学校共享', fromOn: on }), { guardianId: 'guardian' }),
  'children.withdrawConsent': write(() => ({ reason: '监护人要求' }), { consentId: 'consent' }),
  'children.attachConsentScan': write(() => ({ file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg') }), { consentId: 'consent' }),
  openConsentScan: { walk: 'one', roles: openers, ids: { id: 'scannedconsent' }, known: { roles: knowing, kind: 'consent' } },
  'children.setCivilAffairsTypes': write(versioned({ types: ['left-behind'], decidedOn: on, source: '民政局' })),
  'children.closeChild': write(versioned({ reason: 'moved-away', closedOn: '2026-03-16' })),
  'children.eraseChild': { ...write(() => ({ reason: '保存期满' }), { id: 'retention' }, ['guardian-officer']), by: '冯科长' },
  'children.requestAccess': write(() => ({ purpose: 'verification', explanation: '核对情况', fields: ['name'], days: 3 })),
  'children.openInEmergency': write(() => ({ explanation: '孩子走失，需联系监护人', fields: ['name'] })),
  'children.listAccessRequests': { walk: 'list', roles: ['office', 'care-worker', 'guardian-officer'], of: 'accessrequest', filters: { childId: 'child' } },
  'children.decideAccess': { walk: 'write', roles: ['guardian-officer'], ids: { id: 'accessrequest' }, input: () => ({ approved: true }), by: '冯科长' },
  'children.listMyAccess': { walk: 'list', roles: openers, of: 'ownaccess', where: `ended_at is null and until_at > '2026-03-16T09:00:00+08'` },
  'children.listFileReads': { walk: 'one', roles: ['office', 'care-worker', 'guardian-officer'], ids: { id: 'child' } },
  'children.listChildTypes': { walk: 'plain', why: 'types and their rules, the same in every city', roles: readers },
  // Both units are named to both parties: who asks, and who holds the child.
  'children.listTransfers': { walk: 'list', roles: workers, of: 'childtransfer', mayName: ['fromUnitName', 'toUnitName'] },
  'children.listTransferUnits': { walk: 'plain', why: 'names of units of the whole city, which are no secret', roles: workers, mayName: ['id', 'name', 'above'], input: { q: '东' } },
  'children.requestTransfer': {
    walk: 'write', roles: workers, ids: { unitId: 'unit' }, input: () => ({ name: '查无此人', birthOn: '2014-05-06', explanation: '随父母迁来' }),
    inTheEnd: { status: 409, why: 'nobody of this name is registered: CHILD_NOT_ELSEWHERE' },
  },
  'children.offerTransfer': {
    walk: 'write', roles: workers, ids: { childId: 'child', toUnitId: 'unit' }, unread: { toUnitId: workers }, input: () => ({ explanation: '随父母迁去' }),
    inTheEnd: { status: 409, why: 'the child is at this unit already: SAME_UNIT' },
  },
  'children.answerTransfer': {
    walk: 'write', roles: workers, ids: { id: 'childtransfer' },
    input: async (given, look) => ({ version: await look('childtransfer', given['id'] ?? ''), accepted: false, answer: '仍住本地' }),
  },
  'children.withdrawTransfer': {
    walk: 'write', roles: workers, ids: { id: 'askedtransfer' }, input: async (given, look) => ({ version: await look('askedtransfer', given['id'] ?? '') }),
  },
  'children.listChildDuplicates': { walk: 'list', roles: ['office'], of: 'childduplicate', where: `status = 'open'` },
  'children.decideChildDuplicate': { walk: 'write', roles: ['office'], ids: { id: 'childduplicate' }, input: () => ({ note: '核对过，是两个孩子' }) },
  'children.mergeChildren': {
    walk: 'write', roles: ['office'], ids: { id: 'child', mergedId: 'twinchild' },
    input: async (given, look) => ({
      version: await look('child', given['id'] ?? ''), mergedVersion: await look('twinchild', given['mergedId'] ?? ''), reason: '户口本核对为同一人' }),
  },
  'children.undoMerge': { walk: 'write', roles: ['office'], ids: { id: 'childmerge' }, input: () => ({ reason: '核对后是两个孩子' }) },
  'children.getComparison': { walk: 'one', roles: workers, ids: { importId: 'childlist' } },
  'children.listComparedRows': { walk: 'one', roles: workers, ids: { importId: 'childlist' } },
  'children.decideComparedRows': {
    walk: 'write', roles: workers, ids: { importId: 'childlist', 'ids[]': 'comparedrow' }, input: (given) => ({ ids: [given['ids[]']], decision: 'keep' }),
  },
  'children.chooseComparedChild': {
    walk: 'write', roles: workers, ids: { importId: 'childlist', id: 'comparedrow', childId: 'candidatechild' }, input: () => ({}),
  },
  'children.openChildForm': { ...write(() => ({ kind: 'household' }), {}, openers), inTheEnd: needsApproval },
  'children.fillChildForm': {
    ...write(() => ({ kind: 'household', version: 0, answers: { incomes: [], aids: [], relatives: [] } })), inTheEnd: needsApproval },
  exportChildForm: { walk: 'one', roles: openers, ids: { id: 'openedchild' }, input: () => ({ kind: 'household' }), known: { roles: knowing, kind: 'child' } },
  exportBlankForm: { walk: 'plain', why: 'an empty form', input: { kind: 'household' }, roles: readers },
  exportChildren: { walk: 'range', roles: readers, inputs: [{}], why: 'a workbook of the masked rows of the range' },
}
