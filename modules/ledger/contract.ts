// The one door of 账簿; its parts stand in contract/, one for each subject (decision 0012).
import { archiveOperations } from './contract/archives.ts'
import { bankOperations } from './contract/bank.ts'
import { bookOperations } from './contract/books.ts'
import { chartOperations } from './contract/charts.ts'
import { periodOperations } from './contract/periods.ts'
import { statementOperations } from './contract/statements.ts'
import { voucherOperations } from './contract/vouchers.ts'

export * from './contract/archives.ts'
export * from './contract/bank.ts'
export * from './contract/books.ts'
export * from './contract/charts.ts'
export * from './contract/fields.ts'
export * from './contract/periods.ts'
export * from './contract/statements.ts'
export * from './contract/vouchers.ts'

/** What crosses the wire for 账簿. */
export const ledgerContract = {
  ...bookOperations, ...chartOperations, ...voucherOperations, ...periodOperations, ...statementOperations, ...bankOperations, ...archiveOperations,
}
