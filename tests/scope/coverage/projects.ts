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
  'projects.recordAwardVisit': {
    walk: 'write', roles: appliers, ids: { id: 'receivedaward' }, input: () => ({ madeOn: '2026-03-12', isUsedAsMeant: true, note: '已交学费' }),
  },
  'projects.listAwardGrounds': { walk: 'range', roles: listers, inputs: [{}], why: 'sets of books of the range' },
  'projects.listBatches': { walk: 'list', roles: readers, of: 'draftbatch' },
  'projects.getBatch': { walk: 'one', roles: readers, ids: { id: 'submittedbatch' } },
  'projects.draftBatch': {
    walk: 'write', ids: { bookId: 'book', fundId: 'restrictedfund', bankAccountId: 'bankaccount' }, input: () => ({ title: '春季助学' }), ...asLister,
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
  makePaymentFile: { walk: 'one', roles: ['cashier'], ids: { id: 'answeredbatch' } },
  openAwardScan: { walk: 'one', roles: openers, ids: { id: 'receivedaward' } },
}
