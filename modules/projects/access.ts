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
/** Projects of the range are seen by everybody who works with money of the foundation, offices and leaders. */
export const mustReadProjects = (actor: Actor): void => requirePermission(actor, 'project.read')
/** Projects are proposed by those who work for the foundation. */
export const mustProposeProjects = (actor: Actor): void => requirePermission(actor, 'project.propose')
/** Reviewers score; that none of them proposed it is a rule. */
export const mustReviewProjects = (actor: Actor): void => requirePermission(actor, 'project.review')
/** Projects are approved within the dated limits. */
export const mustApproveProjects = (actor: Actor): void => requirePermission(actor, 'project.approve')
/** Milestones, papers and closing. */
export const mustRunProjects = (actor: Actor): void => requirePermission(actor, 'project.run')
/** Acceptance and evaluation are for heads. */
export const mustAcceptProjects = (actor: Actor): void => requirePermission(actor, 'project.accept')
/** Whom a project helps is entered by those who know the cases, or the group. */
export const mustEnterBeneficiaries = (actor: Actor): void => requirePermission(actor, 'beneficiary.enter')
/** Objections are written down by those who make lists, and by the head. */
export const mustRecordObjections = (actor: Actor): void => requirePermission(actor, 'objection.record')
/** Objections are answered by approvers. */
export const mustAnswerObjections = (actor: Actor): void => requirePermission(actor, 'objection.answer')
/** The words of an objection are for those who record and those who answer. */
export const mustReadObjections = (actor: Actor): void => {
  if (!actor.permissions.has('objection.record')) requirePermission(actor, 'objection.answer')
}
/** Whether the actor holds a permission; pages show acts by it. */
export const mayInProjects = (actor: Actor, permission: string): boolean => actor.permissions.has(permission)
