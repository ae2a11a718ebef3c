import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { HeldCampaign } from '../../queries/campaigns/campaign-rows.ts'

/** Appends what is told of a campaign today; what was raised is counted from its gifts, not typed. */
export async function tellOfCampaign(
  { tx, actor, today }: Context, { id: campaignId, scopeCode, raisedFen, giftCount }: HeldCampaign, { spentFen, words }: { spentFen: number; words: string },
): Promise<void> {
  await tx.insertInto('charity.campaignNews').values({
    cityId: actor.cityId, id: newId(), scopeCode, campaignId, publishedOn: today, raisedFen: String(raisedFen), giftCount, spentFen: String(spentFen), words,
    publishedName: actor.personName,
  }).execute()
}
