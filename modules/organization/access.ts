import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Everyone who signs in sees the tree of units. */
export const mustReadUnits = (actor: Actor): void => requirePermission(actor, 'unit.read')
/** Units are made, changed and closed by the office above them. */
export const mustManageUnits = (actor: Actor): void => requirePermission(actor, 'unit.manage')
