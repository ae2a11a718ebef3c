import type { Actor } from '#platform/access/actor.ts'
import { requireAnyPermission, requirePermission } from '#platform/access/permission.ts'

/** Offices, care workers, officers and leaders see the masked referrals of their range. */
export const mustReadReferrals = (actor: Actor): void => requirePermission(actor, 'referral.read')
/** Offices and care workers draft, send and revoke. */
export const mustSendReferrals = (actor: Actor): void => requirePermission(actor, 'referral.send')
/** Offices and care workers answer what was sent to them, and enter the answers of outside bodies. */
export const mustAnswerReferrals = (actor: Actor): void => requirePermission(actor, 'referral.answer')
/** Going on without consent is decided by the officer answerable for minors' data. */
export const mustDecideOverrides = (actor: Actor): void => requirePermission(actor, 'referral.approve')
/** What is sealed is opened by those who work with it, and by who decides on an override. */
export const mustOpenEnclosures = (actor: Actor): void => requireAnyPermission(actor, ['referral.send', 'referral.answer', 'referral.approve'])
/** Whether somebody only decides: then the child's fields stay closed. */
export const mayOpenFields = (actor: Actor): boolean => actor.permissions.has('referral.answer')
/** The directory of outside bodies is kept by offices. */
export const mustManageBodies = (actor: Actor): void => requirePermission(actor, 'outside-body.manage')
