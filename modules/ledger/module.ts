import { defineModule } from '#platform/http/module.ts'
import { nightlyWalk } from '#platform/jobs/invariants.ts'
import { makeArchive } from './commands/archives/make-archive.ts'
import { confirmCashDay } from './commands/bank/confirm-cash-day.ts'
import { countCashDay } from './commands/bank/count-cash-day.ts'
import { importBankStatement } from './commands/bank/import-bank-statement.ts'
import { matchBankLines } from './commands/bank/match-bank-lines.ts'
import { unmatchBankLines } from './commands/bank/unmatch-bank-lines.ts'
import { withdrawBankStatement } from './commands/bank/withdraw-bank-statement.ts'
import { addAccount } from './commands/books/add-account.ts'
import { addFund } from './commands/books/add-fund.ts'
import { grantAuditor } from './commands/books/grant-auditor.ts'
import { openBook } from './commands/books/open-book.ts'
import { releaseCommitment } from './commands/books/release-commitment.ts'
import { reserveCommitment } from './commands/books/reserve-commitment.ts'
import { revokeAuditor } from './commands/books/revoke-auditor.ts'
import { updateAccount } from './commands/books/update-account.ts'
import { updateBook } from './commands/books/update-book.ts'
import { updateFund } from './commands/books/update-fund.ts'
import { convertBalances } from './commands/charts/convert-balances.ts'
import { discardChart } from './commands/charts/discard-chart.ts'
import { importChart } from './commands/charts/import-chart.ts'
import { mapAccount } from './commands/charts/map-account.ts'
import { splitBalance } from './commands/charts/split-balance.ts'
import { startChart } from './commands/charts/start-chart.ts'
import { closePeriod } from './commands/periods/close-period.ts'
import { openPeriod } from './commands/periods/open-period.ts'
import { reopenPeriod } from './commands/periods/reopen-period.ts'
import { attachPaper } from './commands/vouchers/attach-paper.ts'
import { countersignVoucher } from './commands/vouchers/countersign-voucher.ts'
import { discardVoucher } from './commands/vouchers/discard-voucher.ts'
import { draftVoucher } from './commands/vouchers/draft-voucher.ts'
import { gatherVoucher } from './commands/vouchers/gather-voucher.ts'
import { postVoucher } from './commands/vouchers/post-voucher.ts'
import { removePaper } from './commands/vouchers/remove-paper.ts'
import { returnVoucher } from './commands/vouchers/return-voucher.ts'
import { reverseVoucher } from './commands/vouchers/reverse-voucher.ts'
import { reviewVoucher } from './commands/vouchers/review-voucher.ts'
import { submitVoucher } from './commands/vouchers/submit-voucher.ts'
import { updateVoucher } from './commands/vouchers/update-voucher.ts'
import { ledgerContract } from './contract.ts'
import { openArchive } from './exchange/archives/open-archive.ts'
import { exportReconciliation } from './exchange/bank/export-reconciliation.ts'
import { exportChart } from './exchange/charts/export-chart.ts'
import { exportJournal } from './exchange/hledger/export-journal.ts'
import { openPaper } from './exchange/open-paper.ts'
import { exportDetails, exportStatement } from './exchange/statements/export-statement.ts'
import { expireCommitments } from './jobs/expire-commitments.ts'
import { foldPostingsJob } from './jobs/fold-postings.ts'
import { makeArchivePart } from './jobs/make-archive-part.ts'
import { listArchives } from './queries/archives/list-archives.ts'
import { getImportProgress } from './queries/bank/get-import-progress.ts'
import { getReconciliation } from './queries/bank/get-reconciliation.ts'
import { listBankAccounts } from './queries/bank/list-bank-accounts.ts'
import { listBankLines } from './queries/bank/list-bank-lines.ts'
import { listBankStatements } from './queries/bank/list-bank-statements.ts'
import { listCashDays } from './queries/bank/list-cash-days.ts'
import { listOpenPostings } from './queries/bank/list-open-postings.ts'
import { getBook } from './queries/books/get-book.ts'
import { listAccounts } from './queries/books/list-accounts.ts'
import { listAuditors } from './queries/books/list-auditors.ts'
import { listBooks } from './queries/books/list-books.ts'
import { listCommitments } from './queries/books/list-commitments.ts'
import { listFunds } from './queries/books/list-funds.ts'
import { listStandards } from './queries/books/list-standards.ts'
import { getChartChange } from './queries/charts/get-chart-change.ts'
import { invariants } from './queries/invariants/invariants.ts'
import { getClosingChecklist } from './queries/periods/get-closing-checklist.ts'
import { listPeriods } from './queries/periods/list-periods.ts'
import { getGeneralLedger } from './queries/statements/get-general-ledger.ts'
import { getStatement } from './queries/statements/get-statement.ts'
import { getTrialBalance } from './queries/statements/get-trial-balance.ts'
import { getVoucherSummary } from './queries/statements/get-voucher-summary.ts'
import { listDetails } from './queries/statements/list-details.ts'
import { listFigurePostings } from './queries/statements/list-figure-postings.ts'
import { listFlowItems } from './queries/statements/list-flow-items.ts'
import { listProjectNames } from './queries/vouchers/list-project-names.ts'
import { getVoucher } from './queries/vouchers/get-voucher.ts'
import { listVouchers } from './queries/vouchers/list-vouchers.ts'

/** 账簿, as apps/ assemble it. */
export const ledgerModule = defineModule({
  name: 'ledger',
  contract: ledgerContract,
  operations: {
    listStandards, listBooks, getBook, openBook, updateBook, listAccounts, addAccount, updateAccount, listFunds, addFund, updateFund, listCommitments,
    reserveCommitment, releaseCommitment, listAuditors, grantAuditor, revokeAuditor, listVouchers, listProjectNames, getVoucher, draftVoucher, updateVoucher,
    submitVoucher, reviewVoucher, countersignVoucher, returnVoucher, postVoucher, discardVoucher, reverseVoucher, gatherVoucher, attachPaper, removePaper,
    listPeriods, getClosingChecklist,
    openPeriod, closePeriod, reopenPeriod,
    getChartChange, importChart, mapAccount, splitBalance, startChart, discardChart, convertBalances, listArchives, makeArchive,
    listFlowItems, getStatement, listFigurePostings, getTrialBalance, getGeneralLedger, listDetails, getVoucherSummary,
    listBankAccounts, getImportProgress, importBankStatement, listBankLines, listOpenPostings, matchBankLines, unmatchBankLines, getReconciliation,
    listBankStatements, withdrawBankStatement, listCashDays, countCashDay, confirmCashDay,
  },
  downloads: [openPaper, exportStatement, exportDetails, exportJournal, exportReconciliation, exportChart, openArchive],
  jobs: [foldPostingsJob, expireCommitments, nightlyWalk({ module: 'ledger', schedule: '40 3 * * *', invariants }), makeArchivePart],
  invariants,
})
