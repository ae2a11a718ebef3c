import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Everybody who works here may report harm. */
export const mustFileReports = (actor: Actor): void => requirePermission(actor, 'safeguarding.file')
/** Who sees the children of the range may link any of them; a volunteer only children he is paired with. */
export const mayLinkAnyChild = (actor: Actor): boolean => actor.permissions.has('child.read')
/** Roles whose people may be named; which reports one sees is decided by the list of each report. */
export const mustReadReports = (actor: Actor): void => requirePermission(actor, 'safeguarding.read')
/** Offices, officers and leaders see how many there were. */
export const mustCountReports = (actor: Actor): void => requirePermission(actor, 'safeguarding.count')
/** The officer answerable for minors' data says who receives reports beside him. */
export const mustNameDesignees = (actor: Actor): void => requirePermission(actor, 'safeguarding.designate')
