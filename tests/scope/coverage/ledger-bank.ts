import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['accountant', 'finance-reviewer', 'charity-head', 'cashier', 'outside-auditor'] as const
const keepers = ['accountant', 'cashier'] as const
const ofAccount = { bookId: 'book', accountId: 'bankaccount' }
const ofCash = { bookId: 'book', accountId: 'cashaccount' }
const write = (roles: WriteEntry['roles'], ids: Record<string, string>, by: string, input: NonNullable<WriteEntry['input']>): WriteEntry => (
  { walk: 'write', roles, ids, by, at: '试验市', input })
const statement = () => new File(['交易日期,借方发生额,贷方发生额,余额\n2026-03-09,,8.00,8.00\n'], '流水.csv')

/** Lines of banks and the cash book: entered by the account of a set of books in range. */
export const ledgerBankCoverage: Coverage = {
  'ledger.listBankAccounts': { walk: 'one', roles: readers, ids: { bookId: 'book' } },
  'ledger.importBankStatement': write(keepers, ofAccount, '许会计', () => ({ file: statement() })),
  'ledger.getImportProgress': { walk: 'one', roles: readers, ids: ofAccount },
  'ledger.listBankStatements': { walk: 'one', roles: readers, ids: ofAccount },
  'ledger.withdrawBankStatement': write(['accountant'], { id: 'bankfile' }, '许会计', () => ({ reason: '选错了文件' })),
  'ledger.listBankLines': { walk: 'one', roles: readers, ids: ofAccount },
  'ledger.listOpenPostings': { walk: 'one', roles: readers, ids: ofAccount },
  'ledger.matchBankLines': write(['accountant'], { ...ofAccount, 'lineIds[]': 'bankline', 'postings[].journalId': 'bankjournal' }, '许会计', (given) => ({
    lineIds: [given['lineIds[]']], postings: [{ journalId: given['postings[].journalId'], seq: 1 }],
  })),
  'ledger.unmatchBankLines': write(['accountant'], { id: 'bankmatch' }, '许会计', () => ({})),
  'ledger.getReconciliation': { walk: 'one', roles: readers, ids: ofAccount, input: () => ({ month: 202603 }) },
  'ledger.listCashDays': { walk: 'one', roles: readers, ids: ofCash, input: () => ({ month: 202603 }) },
  'ledger.countCashDay': write(['cashier'], ofCash, '张出纳', () => ({ countedOn: '2026-03-06', counted: '1.00', reason: '多一元，待查' })),
  'ledger.confirmCashDay': write(['accountant'], { bookId: 'book', accountId: 'countedaccount' }, '许会计', () => ({ countedOn: '2026-03-05', version: 1 })),
  exportReconciliation: { walk: 'one', roles: readers, ids: ofAccount, input: () => ({ month: 202603 }) },
}
