import type { Actor } from '#platform/access/actor.ts'
import { requireAnyPermission, requirePermission } from '#platform/access/permission.ts'

/** Offices, care workers and leaders see the masked needs, acts and wishes of their range; a volunteer those of own pairings. */
export const mustReadAid = (actor: Actor): void => requireAnyPermission(actor, ['aid.read', 'aid.read-own'])
/** What was written is opened by those who help; leaders see masked rows. */
export const mustOpenAid = (actor: Actor): void => requirePermission(actor, 'aid.open')
/** Whether the actor opens what was written. */
export const mayOpenAid = (actor: Actor): boolean => actor.permissions.has('aid.open')
/** Needs are raised by the office, the care worker, and the volunteer of the case. */
export const mustRaiseNeeds = (actor: Actor): void => requirePermission(actor, 'need.raise')
/** Needs are decided on by an office; that it is another person than who raised it is a rule. */
export const mustApproveNeeds = (actor: Actor): void => requirePermission(actor, 'need.approve')
/** Whether the actor decides on needs of others. */
export const mayApproveNeeds = (actor: Actor): boolean => actor.permissions.has('need.approve')
/** Acts of aid are offered, given and received by the office or the care worker. */
export const mustGiveAid = (actor: Actor): void => requirePermission(actor, 'aid.give')
/** Whether the actor may be an author of aid. */
export const mayGiveAid = (actor: Actor): boolean => actor.permissions.has('aid.give')
/** Acts of aid are voided by an office. */
export const mustVoidAid = (actor: Actor): void => requirePermission(actor, 'aid.void')
/** Wishes are read with their text by staff; volunteers see no wishes. */
export const mustReadWishes = (actor: Actor): void => requirePermission(actor, 'aid.read')
/** Wishes are written by the office or the care worker. */
export const mustWriteWishes = (actor: Actor): void => requirePermission(actor, 'wish.write')
/** Whether the actor writes wishes. */
export const mayWriteWishes = (actor: Actor): boolean => actor.permissions.has('wish.write')
/** Wishes and thanks are published by an office; that it is another person than the author is a rule. */
export const mustApproveWishes = (actor: Actor): void => requirePermission(actor, 'wish.approve')
/** Donors are recorded by offices alone, and known to them alone. */
export const mustClaimWishes = (actor: Actor): void => requirePermission(actor, 'wish.claim')

/** Nobody's id: an account that sees only own pairings and belongs to no volunteer sees none. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** What of the range one sees: all of it, or only what belongs to pairings of this volunteer. */
export const visibleAid = (actor: Actor): { onlyOf: string | null } =>
  ({ onlyOf: actor.permissions.has('aid.read') ? null : actor.volunteerId ?? nobody })
