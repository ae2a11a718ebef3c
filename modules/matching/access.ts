import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Rounds are asked for, read and decided by offices: whoever pairs for a whole range of units. */
export const mustMatch = (actor: Actor): void => requirePermission(actor, 'matching.propose')
/** Making a pair needs the right to pair as well. */
export const mustPair = (actor: Actor): void => {
  requirePermission(actor, 'matching.propose')
  requirePermission(actor, 'pairing.manage')
}
