import type { Invariant } from '#platform/jobs/invariants.ts'
import { bankInvariants } from './of-banks.ts'
import { chartInvariants } from './of-charts.ts'
import { fundInvariants } from './of-funds.ts'
import { journalInvariants } from './of-journals.ts'
import { statementInvariants } from './of-statements.ts'
import { voucherInvariants } from './of-vouchers.ts'

/** What must hold of the books: run by `xinhuo verify`, `xinhuo ledger verify`, a job each night, the tests and the end of each journey. */
export const invariants: readonly Invariant[] = [
  ...journalInvariants, ...fundInvariants, ...voucherInvariants, ...chartInvariants, ...bankInvariants, ...statementInvariants,
]
