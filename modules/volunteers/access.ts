import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Offices, care workers and leaders read the register. */
export const mustReadVolunteers = (actor: Actor): void => requirePermission(actor, 'volunteer.read')
/** The office of a unit keeps the register of its own range. */
export const mustManageVolunteers = (actor: Actor): void => requirePermission(actor, 'volunteer.manage')
/** A list leaves the house in the hands of an office only. */
export const mustExportVolunteers = (actor: Actor): void => requirePermission(actor, 'volunteer.export')
/** Whoever has to call a volunteer sees the number; everyone else sees it masked. */
export const mayReadPhones = (actor: Actor): boolean => actor.permissions.has('volunteer.read-phone')
