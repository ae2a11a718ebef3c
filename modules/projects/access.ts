import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Masked awards and batches of the range are seen by those who apply, and by everybody who works with money of the foundation. */
export const mustReadAwards = (actor: Actor): void => requirePermission(actor, 'award.read')
/** Words, payee and account number are opened with a recorded reason. */
export const mustOpenAwards = (actor: Actor): void => requirePermission(actor, 'award.open')
/** Awards are applied for, and looked after once paid, by offices and care workers. */
export const mustApplyForAwards = (actor: Actor): void => requirePermission(actor, 'award.apply')
/** Batches are made by who has not applied; that approvers are other people is a rule. */
export const mustListAwards = (actor: Actor): void => requirePermission(actor, 'award.list')
/** Batches are approved by the head of the foundation and the finance reviewer. */
export const mustApproveBatches = (actor: Actor): void => requirePermission(actor, 'award.approve')
/** The payment file is for the cashier. */
export const mustPayAwards = (actor: Actor): void => requirePermission(actor, 'award.pay')
/** Results of the bank enter the books: that is for the accountant. */
export const mustSettleBatches = (actor: Actor): void => requirePermission(actor, 'award.settle')
/** Whether the actor holds a permission; pages show acts by it. */
export const mayInProjects = (actor: Actor, permission: string): boolean => actor.permissions.has(permission)
