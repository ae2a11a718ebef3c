import { requirePermission } from '#platform/access/permission.ts'
import type { Actor } from '#platform/access/actor.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { ImportKind } from './queries/import-kind.ts'

/** Whoever may import a kind also sees its imports. */
export const mustImport = (actor: Actor, kind: Pick<ImportKind, 'permission'>): void => requirePermission(actor, kind.permission)
/** Whether somebody may import a kind. */
export const mayImport = (actor: Actor, kind: ImportKind): boolean => actor.permissions.has(kind.permission)

/** The list of imports is for those who may import something. */
export function mustImportSomething(actor: Actor, kinds: Iterable<ImportKind>): void {
  if (![...kinds].some((kind) => mayImport(actor, kind))) throw new Refusal('FORBIDDEN')
}
