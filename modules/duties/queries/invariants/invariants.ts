import type { Invariant } from '#platform/jobs/invariants.ts'
import { boardInvariants } from './of-board.ts'
import { disclosureInvariants } from './of-disclosures.ts'
import { ratioInvariants } from './of-ratios.ts'
import { relationInvariants } from './of-relations.ts'

/** Everything that must be true of the duties of a foundation at any moment. */
export const invariants: readonly Invariant[] = [...ratioInvariants, ...disclosureInvariants, ...boardInvariants, ...relationInvariants]
