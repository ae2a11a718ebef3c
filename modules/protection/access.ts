import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Requests of children and guardians are taken in, and read, by offices, care workers and the responsible person. */
export const mustRecordRights = (actor: Actor): void => requirePermission(actor, 'rights.record')
/** The responsible person decides, answers and makes the copy. */
export const mustDecideRights = (actor: Actor): void => requirePermission(actor, 'rights.decide')
/** Whether the caller decides. */
export const mayDecideRights = (actor: Actor): boolean => actor.permissions.has('rights.decide')
