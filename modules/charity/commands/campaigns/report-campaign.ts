import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishCampaigns } from '../../access.ts'
import type { CampaignRow } from '../../contract.ts'
import { getCampaignRow, lockCampaign } from '../../queries/campaigns/campaign-rows.ts'
import { findSpendingIssues } from '../../rules/campaigns.ts'
import { tellOfCampaign } from '../steps/tell-of-campaign.ts'

type Input = { id: string; version: number; spent: number; words: string }

/** Reports on a campaign that ended: what was raised, what became of it, what it cost, how partners were watched. */
export async function reportCampaign(context: Context, input: Input): Promise<CampaignRow> {
  mustPublishCampaigns(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockCampaign(context, { step: 'report', ...input })
  if (today <= held.endsOn) throw new Refusal('NOT_ENDED', { endsOn: held.endsOn })
  const issues = findSpendingIssues({ spentFen: input.spent, raisedFen: held.raisedFen })
  if (issues.length > 0) throw new InvalidInput(issues)
  await tellOfCampaign(context, held, { spentFen: input.spent, words: input.words })
  await tx.updateTable('charity.campaigns').set({ status: 'reported', report: input.words, reportedOn: today, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'campaign.reported', subjectKind: 'campaign', subjectId: held.id, scopeCode: held.scopeCode,
    details: { raisedFen: held.raisedFen, spentFen: input.spent },
  })
  return getCampaignRow(context, held.id)
}
