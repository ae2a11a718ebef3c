import type { Context } from '#platform/http/context.ts'
import { walkInvariants, type Broken, type Invariant } from '#platform/jobs/invariants.ts'
import { modules } from './modules.ts'

/** Every invariant of every module: the one list. */
export const allInvariants: readonly Invariant[] = modules.flatMap(({ invariants }) => invariants)

/** Walks all of them over a city. */
export const verifyEverything = (context: Context): Promise<{ checked: number; broken: Broken[] }> => walkInvariants(context, allInvariants)
