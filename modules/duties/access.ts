import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Ratios, disclosures, the board and related parties are seen by everybody who works with money of the foundation. */
export const mustReadDuties = (actor: Actor): void => requirePermission(actor, 'duty.read')
/** What is said about a ratio, and years before the books, by accountants and the head. */
export const mustExplainRatios = (actor: Actor): void => requirePermission(actor, 'ratio.explain')
/** Disclosures are prepared by who keeps gifts and books. */
export const mustPrepareDisclosures = (actor: Actor): void => requirePermission(actor, 'disclosure.prepare')
/** Disclosures are approved by the head and the finance reviewer; that it is another person than who prepared it is a rule. */
export const mustApproveDisclosures = (actor: Actor): void => requirePermission(actor, 'disclosure.approve')
/** Where and when something was published is recorded by the office of the foundation. */
export const mustPublishDisclosures = (actor: Actor): void => requirePermission(actor, 'disclosure.publish')
/** Members, meetings, resolutions and related parties are kept by the office of the foundation. */
export const mustKeepBoard = (actor: Actor): void => requirePermission(actor, 'board.write')
/** Phone and identity number of a member or a related person are opened on record. */
export const mustOpenBoard = (actor: Actor): void => requirePermission(actor, 'board.open')
/** Whether the actor holds a permission of duties; pages show acts by it. */
export const mayInDuties = (actor: Actor, permission: string): boolean => actor.permissions.has(permission)
