import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'

/** Everyone who signs in sees the tree of units. */
export const mustReadUnits = (actor: Actor): void => requirePermission(actor, 'unit.read')
/** Units are made, changed and closed by the office above them. */
export const mustManageUnits = (actor: Actor): void => requirePermission(actor, 'unit.manage')
/** Who holds which post is seen by those who work in the committees. */
export const mustReadPosts = (actor: Actor): void => requirePermission(actor, 'post.read')
/** Posts, terms and written rules are kept by the offices. */
export const mustManagePosts = (actor: Actor): void => requirePermission(actor, 'post.manage')

/** Nobody renames, moves or closes the unit he acts for; the topmost one of a city has nobody above it here. */
export function mustStandAbove(actor: Actor, unitId: string): void {
  if (actor.unit.id === unitId && actor.unit.level !== 'city') throw new Refusal('TOPMOST_UNIT')
}
