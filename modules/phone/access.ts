import type { Actor } from '#platform/access/actor.ts'
import { requireAnyPermission, requirePermission } from '#platform/access/permission.ts'

/** Whoever records visits may enrol phones of their own, see and cut off these, and ask what became of their letters. */
export const mustEnrolDevices = (actor: Actor): void => requirePermission(actor, 'phone.enrol')
/** Whether somebody still reads cases, and with them what is said about own visits. */
export const mayReadCases = (actor: Actor): boolean => actor.permissions.has('case.read') || actor.permissions.has('case.read-own')
/** The office sees the phones of its people, cuts lost ones off, and decides about what arrived. */
export const mustManagePhones = (actor: Actor): void => requirePermission(actor, 'phone.manage')
/** Whether a phone of somebody else may be cut off. */
export const mayManagePhones = (actor: Actor): boolean => actor.permissions.has('phone.manage')
/** Whoever reads what was written about a visit, or sent something with it. */
export const mustReadVisitFiles = (actor: Actor): void => requireAnyPermission(actor, ['note.read', 'phone.enrol'])
/** Staff that reads notes opens what others sent; a volunteer only what came from own phones. */
export const mayReadFilesOfOthers = (actor: Actor): boolean => actor.permissions.has('note.read') && actor.permissions.has('case.read')
