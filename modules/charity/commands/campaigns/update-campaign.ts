import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { CampaignChange, CampaignRow } from '../../contract.ts'
import { getCampaignRow, lockCampaign } from '../../queries/campaigns/campaign-rows.ts'
import { mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { findPlanIssues } from '../../rules/campaigns.ts'
import { qualifyCampaign } from '../steps/qualify-campaign.ts'
import { planOf, writePartners } from '../steps/write-partners.ts'

/** Rewrites a plan that was not filed yet. */
export async function updateCampaign(context: Context, input: CampaignChange): Promise<CampaignRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now } = context
  const held = await lockCampaign(context, { step: 'update', ...input })
  const issues = findPlanIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  await mustBeOpenFund(context, { bookId: held.bookId, fundId: input.fundId })
  await tx.updateTable('charity.campaigns').set({
    ...planOf(input), qualificationHolder: null, qualificationNumber: null, version: held.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await writePartners(context, { campaignId: held.id, scopeCode: held.scopeCode, partners: input.partners })
  if (input.isEmergency) await qualifyCampaign(context, { ...input, bookId: held.bookId })
  await recordAudit(context, {
    verb: 'campaign.updated', subjectKind: 'campaign', subjectId: held.id, scopeCode: held.scopeCode,
    details: { startsOn: { before: held.startsOn, after: input.startsOn }, endsOn: { before: held.endsOn, after: input.endsOn } },
  })
  return getCampaignRow(context, held.id)
}
