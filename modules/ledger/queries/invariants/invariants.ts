import type { Invariant } from './invariant.ts'
import { fundInvariants } from './of-funds.ts'
import { journalInvariants } from './of-journals.ts'
import { voucherInvariants } from './of-vouchers.ts'

/** The one list: run by `xinhuo verify`, `xinhuo ledger verify`, the daily job and the tests. */
export const invariants: readonly Invariant[] = [...journalInvariants, ...fundInvariants, ...voucherInvariants]
