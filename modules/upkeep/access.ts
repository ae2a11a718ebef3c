import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Keeping the program running is the work of the system administrator alone. */
export const mustRunSystem = (actor: Actor): void => requirePermission(actor, 'system.run')
