import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'

/** Donors are seen masked by everybody who works with money of the foundation. */
export const mustReadDonors = (actor: Actor): void => requirePermission(actor, 'donor.read')
/** Name and phone of a donor are opened on record. */
export const mustOpenDonors = (actor: Actor): void => requirePermission(actor, 'donor.open')
/** Donors are registered and corrected by who speaks with them. */
export const mustWriteDonors = (actor: Actor): void => requirePermission(actor, 'donor.write')
/** Gifts are seen, donors masked, by everybody who works with money of the foundation. */
export const mustReadGifts = (actor: Actor): void => requirePermission(actor, 'gift.read')
/** Gifts are drafted, receipts recorded, goods handed out by who speaks with donors. */
export const mustWriteGifts = (actor: Actor): void => requirePermission(actor, 'gift.write')
/** What enters or leaves the books is for the accountant; that it is another person than who drafted it is a rule. */
export const mustConfirmGifts = (actor: Actor): void => requirePermission(actor, 'gift.confirm')
/** The head of the foundation shows a fund to the public. */
export const mustPublishFunds = (actor: Actor): void => requirePermission(actor, 'fund.publish')
/** The head of the foundation files campaigns and tells the public of them. */
export const mustPublishCampaigns = (actor: Actor): void => requirePermission(actor, 'campaign.publish')
/** A donor sees the own gifts; which they are is known to the database by the account. */
export const mustReadOwnGifts = (actor: Actor): void => requirePermission(actor, 'donor.read-own')
/** A donor gives online and claims wishes in the own name; who that is the database knows by the account. */
export const mustActAsDonor = (actor: Actor): void => requirePermission(actor, 'donor.act-own')
/** What donors read about giving is set by the head of the foundation of the city: it holds for all of it. */
export const mustSetGiving = (actor: Actor): void => {
  requirePermission(actor, 'giving.set')
  if (actor.unit.level !== 'city') throw new Refusal('FORBIDDEN')
}
/** Whether the actor holds a permission of charity; pages show acts by it. */
export const mayInCharity = (actor: Actor, permission: string): boolean => actor.permissions.has(permission)
