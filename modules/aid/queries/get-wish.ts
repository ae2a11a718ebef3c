import type { Context } from '#platform/http/context.ts'
import { mayWriteWishes, mustReadWishes } from '../access.ts'
import type { PayerKind, PublishedWish, Wish } from '../contract.ts'
import { isOwn, mayFollowWish } from '../rules/acting.ts'
import { hasPublicationConsent } from './has-publication-consent.ts'
import { findPublished } from './list-published-wishes.ts'
import { findActOfWish, findClaim, loadWish, type HeldWish } from './lock-wish.ts'
import { openText } from './row-key.ts'
import { getWishRow } from './wish-rows.ts'

/** One wish; its text before publication is for those who write and approve. */
export async function getWish(context: Context, input: { id: string }): Promise<Wish> {
  const { actor } = context
  mustReadWishes(actor)
  const [held, row] = await Promise.all([loadWish(context, input.id), getWishRow(context, input.id)])
  const [actId, claim, published, hasConsent] = await Promise.all([
    findActOfWish(context, held.id), findClaim(context, held.id), findPublished(context, held.publicationId), hasPublicationConsent(context, held.childId)])
  const isReader = mayWriteWishes(actor)
  return {
    ...row, text: isReader ? openText(context, held, 'wish-text', held.sealedText) : published?.text ?? null,
    answer: isReader ? openText(context, held, 'wish-answer', held.sealedAnswer) : null,
    thanks: isReader ? openText(context, held, 'wish-thanks', held.sealedThanks) : published?.thanks ?? null,
    thanksName: held.thanksName, decidedName: held.decidedName, published, hasConsent, actId: actId ?? null,
    donorKind: (claim?.donorKind ?? null) as PayerKind | null, claimedOn: claim?.claimedOn ?? null,
    may: mayNow(context, held, { actId, hasClaim: claim !== undefined, published }),
  }
}

type Around = { actId: string | undefined; hasClaim: boolean; published: PublishedWish | null }

function mayNow({ actor }: Context, held: HeldWish, { actId, hasClaim }: Around): Wish['may'] {
  const has = (permission: string) => actor.permissions.has(permission)
  const isKept = held.wrappedKey !== null
  const can = (step: Parameters<typeof mayFollowWish>[0]) => isKept && mayFollowWish(step, held.status)
  return {
    write: has('wish.write') && can('write'), decide: has('wish.approve') && !isOwn(held.authorId, actor.accountId) && can('decide'),
    claim: has('wish.claim') && can('claim'), release: has('wish.claim') && can('release') && actId === undefined,
    openClaim: has('wish.claim') && hasClaim, give: has('aid.give') && can('give') && actId === undefined,
    thank: has('wish.write') && can('thank'),
    close: has('wish.approve') && can('close') && !(held.sealedThanks !== null && isOwn(held.thanksBy, actor.accountId)),
    withdraw: has('wish.write') && can('withdraw') && actId === undefined,
  }
}
