import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['accountant', 'finance-reviewer', 'charity-head', 'cashier', 'outside-auditor'] as const
const makers = ['accountant'] as const
const heads = ['charity-head'] as const
const hands: Partial<Record<WriteEntry['roles'][number], string>> = { accountant: '许会计', 'finance-reviewer': '吕会计', 'charity-head': '施理事长' }
const write = (roles: WriteEntry['roles'], ids: Record<string, string>, more: Record<string, unknown> = {}, version?: string): WriteEntry => ({
  walk: 'write', roles, ids, by: hands[roles[0] ?? 'accountant'] ?? '许会计', at: '试验市',
  input: async (given, look) => ({ ...more, ...version === undefined ? {} : { version: await look(version, given['id'] ?? '') } }),
})
const ofBook = { bookId: 'book' }
const ofNext = { bookId: 'turningbook', chartId: 'nextchart' }
const chartFile = () => new File([
  '科目编号,科目名称,类别,余额方向\n1001,库存现金,资产,借\n1002,银行存款,资产,借\n3101,非限定性净资产,净资产,贷\n3102,限定性净资产,净资产,贷\n',
], '科目表.csv')
const month = { month: 202603 }
const day = '2026-03-09'
const ofLines = { commitmentId: 'commitment', 'lines[].accountId': 'bankaccount', 'lines[].fundId': 'fund', 'lines[].projectId': 'projectname' }
const typed = (given: Record<string, string>) => ({
  datedOn: day, lines: [{
    memo: '试', side: 'debit', amount: '5', accountId: given['lines[].accountId'], fundId: given['lines[].fundId'], projectId: given['lines[].projectId'],
  }],
})

/** 账簿: everything is entered by a set of books in range; an outside auditor finds none here, since none was opened. */
export const ledgerCoverage: Coverage = {
  'ledger.listStandards': { walk: 'plain', why: 'published charts of accounts', roles: makers },
  'ledger.listBooks': { walk: 'range', roles: readers, inputs: [{}], why: 'sets of books of the range' },
  'ledger.getBook': { walk: 'one', roles: readers, ids: { id: 'book' } },
  'ledger.openBook': write(makers, { unit: 'unitcode' }, { name: '新账套', holderKind: 'committee', standard: '2004', startsMonth: 202603 }),
  'ledger.updateBook': write(makers, { id: 'book' }, { name: '改名账套', holderKind: 'committee' }, 'book'),
  'ledger.listAccounts': { walk: 'one', roles: readers, ids: { ...ofBook, chartId: 'chart' } },
  'ledger.addAccount': write(makers, { ...ofBook, parentId: 'groupaccount' }, { code: '130101', name: '房租' }),
  'ledger.updateAccount': write(makers, { ...ofBook, id: 'ledgeraccount' }, { name: '债权投资', isClosed: true }, 'ledgeraccount'),
  'ledger.listFunds': { walk: 'one', roles: readers, ids: ofBook },
  'ledger.addFund': write(makers, ofBook, { code: 'N1', name: '新资金', restriction: 'purpose', purpose: '助学' }),
  'ledger.updateFund': write(makers, { ...ofBook, id: 'emptyfund' }, { name: '旧资金', isClosed: true }, 'emptyfund'),
  'ledger.listCommitments': { walk: 'one', roles: readers, ids: { ...ofBook, fundId: 'fund' } },
  'ledger.reserveCommitment': write(['accountant', 'charity-head'], { ...ofBook, fundId: 'fund' }, { label: '秋季助学', amount: '10' }),
  'ledger.releaseCommitment': write(['accountant', 'charity-head'], { ...ofBook, id: 'commitment' }, { reason: '不办了' }, 'commitment'),
  'ledger.listAuditors': { walk: 'one', roles: heads, ids: ofBook },
  'ledger.grantAuditor': write(heads, { ...ofBook, accountId: 'auditoraccount' }, { untilOn: '2026-05-31', reason: '年度审计' }),
  'ledger.revokeAuditor': write(heads, { ...ofBook, id: 'auditorgrant' }),
  'ledger.listVouchers': { walk: 'one', roles: readers, ids: { ...ofBook, accountId: 'bankaccount' } },
  'ledger.listProjectNames': { walk: 'one', roles: readers, ids: ofBook },
  'ledger.getVoucher': { walk: 'one', roles: readers, ids: { id: 'postedvoucher' } },
  'ledger.draftVoucher': { ...write(makers, { ...ofBook, ...ofLines }), input: (given) => typed(given) },
  'ledger.updateVoucher': {
    ...write(makers, { id: 'openvoucher', ...ofLines }), input: async (given, look) => ({ ...typed(given), version: await look('openvoucher',
      given['id'] ?? '') }),
  },
  'ledger.submitVoucher': write(makers, { id: 'voucher' }, {}, 'voucher'),
  'ledger.reviewVoucher': write(['finance-reviewer'], { id: 'submittedvoucher' }, {}, 'submittedvoucher'),
  'ledger.countersignVoucher': write(['finance-reviewer'], { id: 'closingvoucher' }, {}, 'closingvoucher'),
  'ledger.returnVoucher': {
    ...write(['finance-reviewer', 'accountant', 'charity-head'], { id: 'submittedvoucher' }, { reason: '附件不全' }, 'submittedvoucher'),
  },
  'ledger.postVoucher': write(['accountant', 'charity-head'], { id: 'reviewedvoucher' }, {}, 'reviewedvoucher'),
  'ledger.discardVoucher': write(makers, { id: 'voucher' }, {}, 'voucher'),
  'ledger.reverseVoucher': write(makers, { id: 'postedvoucher' }, { datedOn: day, reason: '重复' }, 'postedvoucher'),
  'ledger.gatherVoucher': write(makers, { bookId: 'loosebook' }, month),
  'ledger.attachPaper': {
    ...write(['accountant', 'cashier'], { id: 'openvoucher' }),
    input: () => ({ title: '发票', file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'paper.jpg') }),
  },
  'ledger.removePaper': write(['accountant', 'cashier'], { id: 'openvoucher', paperId: 'voucherpaper' }),
  'ledger.listPeriods': { walk: 'one', roles: readers, ids: ofBook },
  'ledger.getClosingChecklist': { walk: 'one', roles: readers, ids: ofBook, input: () => month },
  'ledger.openPeriod': write(makers, { bookId: 'quietbook' }, { month: 202604 }),
  'ledger.closePeriod': write(makers, { bookId: 'quietbook' }, { ...month, version: 1 }),
  'ledger.reopenPeriod': write(heads, { bookId: 'closedbook' }, { ...month, version: 1, reason: '补记' }),
  openPaper: {
    walk: 'range', roles: readers, inputs: [], filters: { id: 'openvoucher', paperId: 'voucherpaper' },
      why: 'bytes of a sealed paper, opened in the test of vouchers',
  },
  'ledger.getChartChange': { walk: 'one', roles: readers, ids: ofBook },
  'ledger.importChart': { walk: 'write', roles: makers, ids: ofBook, by: '许会计', at: '试验市', input: () => ({ name: '新科目表', year: 2028, file: chartFile() }) },
  'ledger.mapAccount': write(makers, { ...ofNext, accountId: 'turningaccount', successorId: 'nextaccount' }),
  'ledger.splitBalance': {
    ...write(makers, { ...ofNext, accountId: 'turningaccount', fundId: 'fund', projectId: 'projectname', 'parts[].accountId': 'nextaccount' }),
    input: (given) => ({ parts: [{ accountId: given['parts[].accountId'], amount: '1' }] }),
    inTheEnd: { status: 422, why: 'the account holds nothing that could be divided' },
  },
  'ledger.startChart': write(makers, { bookId: 'startingbook', chartId: 'startingchart' }, { version: 1 }),
  'ledger.convertBalances': { ...write(makers, ofNext), inTheEnd: { status: 409, why: 'the chart is a draft' } },
  'ledger.discardChart': write(makers, ofNext),
  'ledger.listArchives': { walk: 'one', roles: readers, ids: ofBook },
  'ledger.makeArchive': write(makers, { bookId: 'closedbook' }, month),
  openArchive: { walk: 'one', roles: readers, ids: { id: 'archive' } },
  exportChart: { walk: 'one', roles: readers, ids: { ...ofBook, chartId: 'chart' } },
}
