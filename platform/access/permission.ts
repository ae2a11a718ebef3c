import { Refusal } from '#platform/contract/refusal.ts'
import type { Actor } from './actor.ts'

/** Refuses with FORBIDDEN unless the actor holds the permission. */
export function requirePermission(actor: Actor, permission: string): void {
  if (!actor.permissions.has(permission)) throw new Refusal('FORBIDDEN')
}

/** Refuses with FORBIDDEN unless the actor holds at least one of the permissions. */
export function requireAnyPermission(actor: Actor, permissions: readonly string[]): void {
  if (!permissions.some((permission) => actor.permissions.has(permission))) throw new Refusal('FORBIDDEN')
}

/** Says in the code that everyone may do this – everyone signed in,
  or for an operation before the door everyone – so that the missing check is seen to be meant. */
export function anyoneMay(_actor?: Actor): void {}
