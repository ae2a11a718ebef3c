import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishCampaigns } from '../../access.ts'
import type { CampaignRow } from '../../contract.ts'
import { getCampaignRow, lockCampaign } from '../../queries/campaigns/campaign-rows.ts'
import { findSpendingIssues } from '../../rules/campaigns.ts'
import { qualifyCampaign } from '../steps/qualify-campaign.ts'
import { tellOfCampaign } from '../steps/tell-of-campaign.ts'

type Input = { id: string; version: number; spent: number; words: string }

/** Tells everybody how far a campaign is. */
export async function publishProgress(context: Context, input: Input): Promise<CampaignRow> {
  mustPublishCampaigns(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockCampaign(context, { step: 'tell', ...input })
  if (today < held.startsOn) throw new Refusal('NOT_BEGUN', { startsOn: held.startsOn })
  const issues = findSpendingIssues({ spentFen: input.spent, raisedFen: held.raisedFen })
  if (issues.length > 0) throw new InvalidInput(issues)
  if (held.status === 'draft') await qualifyCampaign(context, held)
  await tellOfCampaign(context, held, { spentFen: input.spent, words: input.words })
  await tx.updateTable('charity.campaigns').set({ version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'campaign-progress.published', subjectKind: 'campaign', subjectId: held.id, scopeCode: held.scopeCode,
    details: { raisedFen: held.raisedFen, spentFen: input.spent },
  })
  return getCampaignRow(context, held.id)
}
