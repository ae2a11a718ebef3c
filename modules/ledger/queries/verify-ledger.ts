import type { Context } from '#platform/http/context.ts'
import { walkInvariants, type Broken } from '#platform/jobs/invariants.ts'
import { invariants } from './invariants/invariants.ts'

/** Walks the list of invariants over a city and tells which do not hold. */
export const verifyLedger = (context: Context): Promise<{ checked: number; broken: Broken[] }> => walkInvariants(context, invariants)
