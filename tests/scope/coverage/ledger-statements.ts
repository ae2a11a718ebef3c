import type { Coverage } from './entry.ts'

const readers = ['accountant', 'finance-reviewer', 'charity-head', 'cashier', 'outside-auditor'] as const
const ofBook = { bookId: 'book' }
const month = { month: 202603 }
const months = { fromMonth: 202603, untilMonth: 202603 }

/** Statements and books of account: read by whoever may read the books, found by nobody else. */
export const ledgerStatementCoverage: Coverage = {
  'ledger.listFlowItems': { walk: 'plain', why: 'items of a published form', roles: readers },
  'ledger.getStatement': { walk: 'one', roles: readers, ids: ofBook, input: () => ({ form: 'balance-sheet', ...month }) },
  'ledger.listFigurePostings': {
    walk: 'one', roles: readers, ids: ofBook, input: () => ({ form: 'balance-sheet', ...month, line: 1, column: 'closing' }),
  },
  'ledger.getTrialBalance': { walk: 'one', roles: readers, ids: ofBook, input: () => month },
  'ledger.getGeneralLedger': { walk: 'one', roles: readers, ids: { ...ofBook, accountId: 'bankaccount' }, input: () => ({ year: 2026 }) },
  'ledger.listDetails': { walk: 'one', roles: readers, ids: { ...ofBook, accountId: 'bankaccount' }, input: () => months },
  'ledger.getVoucherSummary': { walk: 'one', roles: readers, ids: ofBook, input: () => month },
  exportStatement: { walk: 'one', roles: readers, ids: ofBook, input: () => ({ table: 'trial-balance', ...month }) },
  exportDetails: { walk: 'one', roles: readers, ids: { ...ofBook, accountId: 'bankaccount' }, input: () => months },
  exportJournal: { walk: 'one', roles: readers, ids: ofBook, input: () => ({ year: 2026 }) },
}
