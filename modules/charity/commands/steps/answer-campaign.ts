import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { loadCampaign } from '../../queries/campaigns/campaign-rows.ts'
import { takesGifts } from '../../rules/campaigns.ts'

type Gift = { bookId: string; fundId: string; promisedOn: string; campaignId?: string | undefined }

/** A gift that answers a campaign goes into its fund, within its period, and only once it may ask. */
export async function mustAnswerCampaign(context: Context, { bookId, fundId, promisedOn, campaignId }: Gift): Promise<void> {
  if (campaignId === undefined) return
  const campaign = await loadCampaign(context, campaignId)
  const issues = []
  if (campaign.bookId !== bookId || campaign.fundId !== fundId) issues.push({ path: ['fundId'], message: '请选择这次募捐方案中的资金' })
  if (!takesGifts(campaign, promisedOn)) {
    issues.push({ path: ['campaignId'], message: `这次募捐没有备案，或者登记日期不在${campaign.startsOn}至${campaign.endsOn}之间` })
  }
  if (issues.length > 0) throw new InvalidInput(issues)
}
