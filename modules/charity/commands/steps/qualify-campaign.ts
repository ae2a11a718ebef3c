import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { findCampaignQualification } from '../../queries/qualifications/qualification-rows.ts'

/**
 * Before a campaign asks anybody: the body may ask the public on each of its days, or a partner named in the plan may. What it was is kept with the
 * campaign and published.
 */
export async function qualifyCampaign(context: Context, campaign: { id: string; bookId: string; startsOn: string; endsOn: string }): Promise<void> {
  const { tx, actor } = context
  const found = await findCampaignQualification(context, campaign)
  if (found === undefined) throw new Refusal('NOT_QUALIFIED')
  await tx.updateTable('charity.campaigns').set({ qualificationHolder: found.holder, qualificationNumber: found.number })
    .where('cityId', '=', actor.cityId).where('id', '=', campaign.id).execute()
}
