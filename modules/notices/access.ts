import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Everyone who signs in has an inbox and sees only what was sent to the own account. */
export const mustReadNotices = (actor: Actor): void => requirePermission(actor, 'notice.read')
