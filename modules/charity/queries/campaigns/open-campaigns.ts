import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import type { OpenCampaign, OpenCampaignPage } from '../../contract.ts'
import { asPublic } from '../trail/reading.ts'

/** Questions of one address in a minute. */
const asked = new RateLimit(120)

/** Campaigns of a city that everybody may see. */
export async function listOpenCampaigns(context: AnonymousContext, input: { city: number }): Promise<{ items: OpenCampaign[] }> {
  anyoneMay()
  mayAsk(context)
  return { items: await readOpen(context, input.city) }
}

/** One of them: plan, partners, what was raised and told so far, report. */
export async function getOpenCampaign(context: AnonymousContext, input: { id: string; city: number }): Promise<OpenCampaignPage> {
  anyoneMay()
  mayAsk(context)
  const campaign = (await readOpen(context, input.city)).find(({ id }) => id === input.id)
  if (campaign === undefined) throw new Refusal('CAMPAIGN_UNKNOWN')
  const { ask, cityId, today } = asPublic(context, input.city)
  const [plan] = await ask<Omit<OpenCampaignPage, keyof OpenCampaign | 'asOf'>>('select * from access.find_open_campaign($1, $2)', [cityId, campaign.id])
  if (plan === undefined) throw new Refusal('CAMPAIGN_UNKNOWN')
  return { ...campaign, ...plan, asOf: today }
}

function readOpen(context: AnonymousContext, city: number): Promise<OpenCampaign[]> {
  const { ask, cityId, today } = asPublic(context, city)
  return ask<OpenCampaign>('select * from access.list_open_campaigns($1, $2)', [cityId, today])
}

function mayAsk({ request, now }: AnonymousContext): void {
  if (!asked.allows(request.address, now.getTime())) throw new Refusal('RATE_LIMITED')
}
