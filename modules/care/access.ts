import type { Actor } from '#platform/access/actor.ts'
import { requireAnyPermission, requirePermission } from '#platform/access/permission.ts'

/** Offices, care workers and leaders see the cases of their range, a volunteer those of own pairings. */
export const mustReadCases = (actor: Actor): void => requireAnyPermission(actor, ['case.read', 'case.read-own'])
/** Cases are opened by the office or the care worker of the child's unit or above. */
export const mustOpenCases = (actor: Actor): void => requirePermission(actor, 'case.open')
/** Closing and reopening. */
export const mustCloseCases = (actor: Actor): void => requirePermission(actor, 'case.close')
/** Whether the actor closes cases. */
export const mayCloseCases = (actor: Actor): boolean => actor.permissions.has('case.close')
/** The risk is assessed by the office or the care worker. */
export const mustAssessRisk = (actor: Actor): void => requirePermission(actor, 'risk.assess')
/** A colour wished against the scales is decided by an office; that it is another person than the one who wished it is a rule. */
export const mustApproveOverrides = (actor: Actor): void => requirePermission(actor, 'risk.approve')
/** Whether the actor decides colours wished by others. */
export const mayApproveOverrides = (actor: Actor): boolean => actor.permissions.has('risk.approve')
/** Plans are written, handed in, reviewed and ended by the office or the care worker. */
export const mustWritePlans = (actor: Actor): void => requirePermission(actor, 'plan.write')
/** Plans are approved or returned by an office; that it is another person than the author is a rule. */
export const mustApprovePlans = (actor: Actor): void => requirePermission(actor, 'plan.approve')
/** Whether the actor approves plans of others. */
export const mayApprovePlans = (actor: Actor): boolean => actor.permissions.has('plan.approve')
/** Plans are read by the staff of the range; what is written in them only with the right to read notes. */
export const mustReadPlans = (actor: Actor): void => requirePermission(actor, 'case.read')
/** Pairings are made and ended by the office or the care worker. */
export const mustManagePairings = (actor: Actor): void => requirePermission(actor, 'pairing.manage')
/** An office or a care worker says something about a visit. */
export const mustCommentOnVisits = (actor: Actor): void => requirePermission(actor, 'visit.comment')
/** Whether another unit reads what was written before is decided by an office. */
export const mustHandOverNotes = (actor: Actor): void => requirePermission(actor, 'note.hand-over')
/** Whether a successor sees what was written before is decided by an office. */
export const mayHandOverNotes = (actor: Actor): boolean => actor.permissions.has('note.hand-over')
/** Visits are recorded by the office, the care worker, and the volunteer who went. */
export const mustRecordVisits = (actor: Actor): void => requirePermission(actor, 'visit.record')
/** Visits are corrected and voided by who recorded them, for some days, and by the office at any time; the rest is a rule. */
export const mustCorrectVisits = (actor: Actor): void => requirePermission(actor, 'visit.correct')
/** The office corrects what others recorded. */
export const mayCorrectAnyVisit = (actor: Actor): boolean => actor.permissions.has('visit.correct-any')
/** Leaders see figures and masked cases, not what was written about a child. */
export const mayReadNotes = (actor: Actor): boolean => actor.permissions.has('note.read')

/** Nobody's id: an account that sees only own pairings and belongs to no volunteer sees none. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Which cases of the range one sees: all of them, or only those paired with this volunteer. */
export const visibleCases = (actor: Actor): { onlyOf: string | null } =>
  ({ onlyOf: actor.permissions.has('case.read') ? null : actor.volunteerId ?? nobody })
