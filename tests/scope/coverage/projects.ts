import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['office', 'care-worker', 'leader', 'charity-worker', 'charity-head', 'accountant', 'finance-reviewer', 'cashier'] as const
const appliers = ['office', 'care-worker'] as const
const openers = ['office', 'care-worker', 'charity-worker', 'accountant', 'cashier'] as const
const listers = ['charity-worker', 'accountant'] as const
const approvers = ['charity-head', 'finance-reviewer'] as const
const write = (kind: string, more: Record<string, unknown>, entry: Partial<WriteEntry> = {}): WriteEntry => ({
  walk: 'write', roles: appliers, ids: { id: kind }, input: async (given, look) => ({ version: await look(kind, given['id'] ?? ''), ...more }), ...entry,
})
const asLister = { roles: listers, by: '金专员', at: '试验市' }
const asApprover = { roles: approvers, by: '施理事长', at: '试验市' }
const scan = () => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg')
const results = () => new File(['序号,收款账号,金额,结果\n1,1,500,成功\n'], 'results.csv')

const seers = ['office', 'leader', 'charity-worker', 'charity-head', 'accountant', 'finance-reviewer', 'cashier'] as const
const enterers = ['office', 'care-worker', 'charity-worker'] as const
const asProposer = { roles: ['charity-worker'], by: '金专员', at: '试验市' } as const
const asHead = { roles: ['charity-head', 'finance-reviewer'], by: '施理事长', at: '试验市' } as const
const asAcceptor = { roles: ['charity-head', 'leader'], by: '施理事长', at: '试验市' } as const
const asReviewer = { roles: ['charity-head', 'finance-reviewer', 'accountant', 'leader'], by: '许会计', at: '试验市' } as const
const proposal = (fundId: string | undefined) => ({
  name: '春蕾助学', purpose: '资助上学', startsOn: '2026-03-01', endsOn: '2026-12-31', peoplePlanned: 10, surplusRule: 'return',
  lines: [{ name: '助学金', amount: '500' }], sources: [{ fundId, amount: '500' }], milestones: [{ title: '发放', dueOn: '2026-06-30' }],
})

/** 资助: an award is entered by its unit, a batch by its books; whoever sees it sees masked rows. */
export const projectsCoverage: Coverage = {
  'projects.listAwardKinds': { walk: 'plain', why: 'the dated list of kinds', roles: readers },
  'projects.listAwards': { walk: 'list', roles: readers, of: 'award', filters: { batchId: 'draftbatch' } },
  'projects.getAward': { walk: 'one', roles: readers, ids: { id: 'award' } },
  'projects.applyForAward': {
    walk: 'write', roles: appliers, ids: { caseId: 'case', needId: 'approvedneed' },
    input: () => ({ kind: 'schooling', amount: '300', words: '学费', relation: 'none' }),
  },
  'projects.correctPayee': write('award', { payee: { name: '佟家长', account: '12345678', bank: '农商行' }, relation: 'other' }),
  'projects.openAward': { walk: 'write', roles: openers, ids: { id: 'award' }, input: () => ({ reason: '核对账号' }) },
  'projects.withdrawAward': write('award', { reason: '已由别处解决' }, { inTheEnd: { status: 403, why: 'another applied for it' } }),
  'projects.declineAward': write('award', { reason: '不符合条件' }, asLister),
  'projects.attachAwardReceipt': { walk: 'write', roles: appliers, ids: { id: 'paidaward' }, input: () => ({ receivedOn: '2026-03-11', file: scan() }) },
  'projects.returnTransfer': write('paidaward', { returnedOn: '2026-03-12', reason: '收款人账户已注销' }, {
    roles: ['accountant'], by: '许会计', at: '试验市', inTheEnd: { status: 404, why: 'the owner posted no journal; the test of batches takes one back' } }),
  'projects.recordAwardVisit': {
    walk: 'write', roles: appliers, ids: { id: 'receivedaward' }, input: () => ({ madeOn: '2026-03-12', isUsedAsMeant: true, note: '已交学费' }),
  },
  'projects.listAwardGrounds': { walk: 'range', roles: listers, inputs: [{}], why: 'sets of books of the range' },
  'projects.listBatches': { walk: 'list', roles: readers, of: 'draftbatch' },
  'projects.getBatch': { walk: 'one', roles: readers, ids: { id: 'submittedbatch' } },
  'projects.draftBatch': {
    walk: 'write', ids: { bookId: 'book', fundId: 'restrictedfund', bankAccountId: 'bankaccount', budgetLineId: 'budgetline' },
    input: () => ({ title: '春季助学' }), ...asLister,
  },
  'projects.fillBatch': {
    walk: 'write', ids: { id: 'draftbatch', 'rows[].awardId': 'award' }, ...asLister,
    input: async (given, look) => ({ version: await look('draftbatch', given['id'] ?? ''), rows: [{ awardId: given['rows[].awardId'], answer: '已核对' }] }),
  },
  'projects.submitBatch': write('draftbatch', {}, asLister),
  'projects.approveBatch': write('submittedbatch', {}, asApprover),
  'projects.returnBatch': write('submittedbatch', { reason: '请核对第1笔' }, asApprover),
  'projects.discardBatch': write('draftbatch', {}, asLister),
  'projects.importResults': {
    walk: 'write', roles: ['accountant'], ids: { id: 'answeredbatch' }, by: '许会计', at: '试验市', input: () => ({ paidOn: '2026-03-12', file: results() }),
  },
  'projects.listProjects': { walk: 'list', roles: seers, of: 'draftproject' },
  'projects.getProject': { walk: 'one', roles: seers, ids: { id: 'runningproject' } },
  'projects.listOpenProjects': {
    walk: 'plain', roles: enterers, why: 'names and days of running projects, for all units of the city', mayName: ['id'],
  },
  'projects.listProjectGrounds': { walk: 'range', roles: seers, inputs: [{}], why: 'books, funds and running projects of the range' },
  'projects.listProjectPostings': { walk: 'range', roles: seers, inputs: [], filters: { id: 'runningproject', lineId: 'budgetline' },
    why: 'lines of the books that name a project of the range' },
  'projects.draftProject': {
    walk: 'write', ids: { bookId: 'book', 'sources[].fundId': 'restrictedfund', parentId: 'runningproject' }, ...asProposer,
    input: (given) => proposal(given['sources[].fundId']),
  },
  'projects.updateProject': {
    walk: 'write', ids: { id: 'draftproject', 'sources[].fundId': 'restrictedfund', parentId: 'runningproject' }, ...asProposer,
    input: async (given, look) => ({ version: await look('draftproject', given['id'] ?? ''), ...proposal(given['sources[].fundId']) }),
  },
  'projects.submitProject': write('draftproject', {}, asProposer),
  'projects.discardProject': write('draftproject', {}, asProposer),
  'projects.reviewProject': write('submittedproject', {
    hasConflict: false, statement: '没有利益关系', needScore: 20, meansScore: 20, budgetScore: 20, benefitScore: 20, opinion: '同意立项' }, asReviewer),
  'projects.returnProject': write('submittedproject', { reason: '请补充说明' }, asHead),
  'projects.declineProject': write('submittedproject', { reason: '与别的项目重复' }, asHead),
  'projects.approveProject': write('submittedproject', { resolution: '理事会2026-3号' }, asHead),
  'projects.reachMilestone': {
    walk: 'write', ids: { id: 'runningproject', milestoneId: 'milestone' }, ...asProposer, input: () => ({ reachedOn: '2026-03-10', note: '已发放' }),
  },
  'projects.reserveProjectMoney': write('runningproject', {}, { ...asProposer, inTheEnd: { status: 409, why: 'nothing of its money was released' } }),
  'projects.addProjectPaper': { walk: 'write', ids: { id: 'runningproject' }, ...asProposer, input: () => ({ title: '发放照片', file: scan() }) },
  'projects.acceptProject': write('readyproject', { finding: '已完成' }, asAcceptor),
  'projects.evaluateProject': write('acceptedproject', { score: 90, evaluation: '效果好' }, asAcceptor),
  'projects.closeProject': {
    walk: 'write', ids: { id: 'evaluatedproject', successorId: 'runningproject' }, ...asProposer,
    input: async (given, look) => ({ version: await look('evaluatedproject', given['id'] ?? '') }),
  },
  'projects.enterBeneficiary': {
    walk: 'write', roles: enterers, ids: { projectId: 'runningproject', caseId: 'case' }, input: () => ({}), unread: { projectId: enterers },
  },
  'projects.removeBeneficiary': { walk: 'write', roles: enterers, ids: { id: 'beneficiary' }, input: () => ({ reason: '登记错了' }) },
  'projects.listAidLists': { walk: 'anonymous', why: 'lists shown to everybody: places and numbers, nobody\'s name' },
  'projects.sendObjection': { walk: 'anonymous', why: 'anybody may object to a list that is shown; the words are sealed' },
  'projects.askObjection': { walk: 'anonymous', why: 'what became of an objection, by its number, in words written for it' },
  'projects.recordObjection': {
    walk: 'write', roles: ['office', 'charity-worker', 'accountant', 'charity-head'], ids: { id: 'submittedbatch' }, by: '金专员', at: '试验市',
    input: () => ({ cameOn: '2026-03-16', cameBy: 'telephone', words: '群众来电反映名单中有不符合条件的' }),
  },
  'projects.answerObjection': {
    walk: 'write', roles: ['charity-head', 'finance-reviewer'], ids: { id: 'objection' }, by: '施理事长', at: '试验市',
    input: () => ({ outcome: 'rejected', answer: '已核实，符合条件', reply: '经核实，符合条件' }),
  },
  'projects.openObjection': {
    walk: 'write', roles: ['office', 'charity-worker', 'accountant', 'charity-head', 'finance-reviewer'], ids: { id: 'objection' }, by: '金专员', at: '试验市',
    input: () => ({ reason: '核查异议' }),
  },
  openProjectPaper: {
    walk: 'range', roles: seers, inputs: [], filters: { id: 'projectpaper' }, why: 'bytes of a sealed paper, opened in the test of projects',
  },
  makePaymentFile: { walk: 'one', roles: ['cashier'], ids: { id: 'answeredbatch' } },
  openAwardScan: { walk: 'one', roles: openers, ids: { id: 'receivedaward' } },
}
