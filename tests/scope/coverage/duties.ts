import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['charity-worker', 'charity-head', 'accountant', 'finance-reviewer'] as const
const explainers = ['accountant', 'charity-head'] as const
const asAccountant = { by: '许会计', at: '试验市' }
const preparers = ['charity-worker', 'accountant'] as const
const approvers = ['charity-head', 'finance-reviewer'] as const
const keepers = ['charity-worker', 'charity-head'] as const
const asWorker = { by: '金专员', at: '试验市' }
const asHead = { by: '施理事长', at: '试验市' }
const write = (roles: WriteEntry['roles'], kind: string, more: Record<string, unknown> = {}, entry: Partial<WriteEntry> = asWorker): WriteEntry => ({
  walk: 'write', roles, ids: { id: kind }, input: async (given, look) => ({ ...more, version: await look(kind, given['id'] ?? '') }), ...entry,
})
const fields = ['慈善组织名称', '报告年度', '关联方名单及关联关系', '与关联方的往来'].map((name) => ({ name, text: '无' }))
const published = { publishedOn: '2026-03-10', publishedWhere: '慈善中国' }
const term = { name: '梁理事', role: 'member', fromOn: '2025-01-01', untilOn: '2027-12-31', phone: '13800001111', identityNumber: '11010519491231002X' }
const party = { name: '某公司', ground: 'other', words: '试验', fromOn: '2025-01-01' }
const notSealed = { status: 404, why: 'the owner sealed nothing' }
const ofBook = { bookId: 'dutybook' }

/** 法定义务: everything is entered by a body, the holder of a set of books in range. */
export const dutiesCoverage: Coverage = {
  'duties.listDutyBodies': { walk: 'range', roles: readers, inputs: [{}], why: 'holders of the books of the range' },
  'duties.setBody': {
    walk: 'write', roles: explainers, ids: ofBook, ...asAccountant, input: () => ({ creditCode: '91350100M000100Y43', version: 0 }),
  },
  'duties.recordBodyKind': {
    walk: 'write', roles: explainers, ids: ofBook, ...asAccountant, input: () => ({ kind: 'foundation', fromOn: '2026-01-01', source: '登记证书' }),
  },
  'duties.withdrawBodyKind': { walk: 'write', roles: explainers, ids: { id: 'bodykind' }, ...asAccountant, input: () => ({ reason: '日期写错' }) },
  'duties.getRatios': { walk: 'one', roles: readers, ids: ofBook, input: () => ({ year: 2026 }) },
  'duties.listRatioPostings': { walk: 'one', roles: readers, ids: ofBook, input: () => ({ year: 2026, figure: 'spending' }) },
  'duties.recordRatioNote': {
    walk: 'write', roles: explainers, ids: ofBook, ...asAccountant, input: () => ({ year: 2026, ratio: 'administration', kind: 'explanation', words: '搬迁' }),
  },
  'duties.recordEarlierYear': {
    walk: 'write', roles: explainers, ids: ofBook, ...asAccountant, input: () => ({ year: 2025, income: '100', netAssets: '200', source: '审计报告', version: 0 }),
  },
  'duties.listDisclosureKinds': { walk: 'plain', why: 'the dated kinds of law', roles: readers },
  'duties.listDisclosures': {
    walk: 'list', roles: readers, of: 'duedisclosure', where: `status in ('due', 'prepared', 'approved')`, filters: { bookId: 'dutybook' },
  },
  'duties.getDisclosure': { walk: 'one', roles: readers, ids: { id: 'prepareddisclosure' } },
  'duties.listOccasions': { walk: 'one', roles: readers, ids: ofBook },
  'duties.recordOccasion': {
    walk: 'write', roles: preparers, ids: ofBook, ...asWorker, input: () => ({ kind: 'event', title: '重大投资', startsOn: '2026-03-02' }),
  },
  'duties.updateOccasion': write(preparers, 'occasion', { title: '重大投资', startsOn: '2026-03-03' }),
  'duties.assignDisclosure': {
    walk: 'write', roles: preparers, ids: { id: 'duedisclosure', accountId: 'account' }, ...asWorker,
    input: async (given, look) => ({ version: await look('duedisclosure', given['id'] ?? '') }), inTheEnd: { status: 409, why: 'the account prepares nothing' },
  },
  'duties.prepareDisclosure': write(preparers, 'duedisclosure', { fields }),
  'duties.returnDisclosure': write(approvers, 'prepareddisclosure', { reason: '写清楚' }, asHead),
  'duties.approveDisclosure': write(approvers, 'prepareddisclosure', {}, asHead),
  'duties.publishDisclosure': write(keepers, 'approveddisclosure', published),
  'duties.correctDisclosure': write(keepers, 'publisheddisclosure', { words: '更正', ...published }),
  'duties.voidDisclosure': write(preparers, 'duedisclosure', { reason: '当年尚未成立' }),
  exportDisclosure: { walk: 'one', roles: readers, ids: { id: 'prepareddisclosure' } },
  'duties.listBoard': { walk: 'one', roles: readers, ids: ofBook },
  'duties.addBoardMember': { walk: 'write', roles: keepers, ids: ofBook, ...asWorker, input: () => term },
  'duties.updateBoardMember': write(keepers, 'boardmember', term),
  'duties.endBoardMember': write(keepers, 'boardmember', { endedOn: '2026-03-01', reason: '辞职' }),
  'duties.openBoardMember': { walk: 'write', roles: keepers, ids: { id: 'boardmember' }, ...asWorker, inTheEnd: notSealed },
  'duties.listMatters': { walk: 'plain', why: 'the dated matters of law', roles: readers },
  'duties.listMeetings': { walk: 'one', roles: readers, ids: ofBook },
  'duties.getMeeting': { walk: 'one', roles: readers, ids: { id: 'boardmeeting' } },
  'duties.recordMeeting': {
    walk: 'write', roles: keepers, ids: { ...ofBook, 'present[]': 'boardmember' }, ...asWorker,
    input: (given) => ({ heldOn: '2026-03-10', place: '会议室', title: '会议', present: [given['present[]']] }),
  },
  'duties.updateMeeting': {
    walk: 'write', roles: keepers, ids: { id: 'boardmeeting', 'present[]': 'boardmember' }, ...asWorker,
    input: async (given, look) => ({
      heldOn: '2026-03-10', place: '会议室', title: '会议', present: [given['present[]']], version: await look('boardmeeting', given['id'] ?? ''),
    }),
  },
  'duties.closeMeeting': write(keepers, 'boardmeeting'),
  'duties.addResolution': {
    walk: 'write', roles: keepers, ids: { id: 'boardmeeting', partyId: 'relatedparty' }, ...asWorker, input: () => ({ matter: 'ordinary', title: '预算' }),
  },
  'duties.decideResolution': {
    walk: 'write', roles: keepers, ids: { id: 'boardresolution', 'votes[].memberId': 'boardmember' }, ...asWorker,
    input: async (given, look) => ({
      version: await look('boardresolution', given['id'] ?? ''), votes: [{ memberId: given['votes[].memberId'], choice: 'for' }],
    }),
  },
  exportMinutes: { walk: 'one', roles: readers, ids: { id: 'boardmeeting' } },
  'duties.listRelatedParties': { walk: 'one', roles: readers, ids: ofBook },
  'duties.addRelatedParty': {
    walk: 'write', roles: keepers, ids: { ...ofBook, memberId: 'boardmember' }, ...asWorker, input: () => ({ kind: 'enterprise', ...party }),
  },
  'duties.updateRelatedParty': {
    walk: 'write', roles: keepers, ids: { id: 'relatedparty', memberId: 'boardmember' }, ...asWorker,
    input: async (given, look) => ({ ...party, version: await look('relatedparty', given['id'] ?? '') }),
  },
  'duties.openRelatedParty': { walk: 'write', roles: keepers, ids: { id: 'relatedparty' }, ...asWorker, inTheEnd: notSealed },
  'duties.searchRelations': { walk: 'one', roles: readers, ids: ofBook, input: () => ({ name: '某公司' }) },
  'duties.listDealings': { walk: 'one', roles: readers, ids: ofBook },
  'duties.listRelatedGifts': { walk: 'one', roles: readers, ids: ofBook },
  'duties.recordDealing': {
    walk: 'write', roles: keepers, ids: { partyId: 'relatedparty', giftId: 'confirmedgift', projectId: 'runningproject' }, ...asWorker,
    input: () => ({ kind: 'gift', amount: '100', happenedOn: '2026-03-10', words: '文具' }), inTheEnd: { status: 422, why: 'a dealing is of a gift or of a project' },
  },
}
