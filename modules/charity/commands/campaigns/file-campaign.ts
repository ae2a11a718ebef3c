import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishCampaigns } from '../../access.ts'
import type { CampaignRow } from '../../contract.ts'
import { getCampaignRow, lawOf, lockCampaign } from '../../queries/campaigns/campaign-rows.ts'
import { findFilingIssues } from '../../rules/campaigns.ts'
import { qualifyCampaign } from '../steps/qualify-campaign.ts'

type Input = { id: string; version: number; filedOn: string; filingNumber: string }

/** Records that a plan was filed with the civil affairs office, in time, by who may ask the public; then everybody sees it and the public is asked. */
export async function fileCampaign(context: Context, input: Input): Promise<CampaignRow> {
  mustPublishCampaigns(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockCampaign(context, { step: 'file', ...input })
  const issues = findFilingIssues(held, { filedOn: input.filedOn, today, law: await lawOf(context, held) })
  if (issues.length > 0) throw new InvalidInput(issues)
  await qualifyCampaign(context, held)
  await tx.updateTable('charity.campaigns').set({
    status: 'filed', filedOn: input.filedOn, filingNumber: input.filingNumber, version: held.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'campaign.filed', subjectKind: 'campaign', subjectId: held.id, scopeCode: held.scopeCode,
    details: { filedOn: input.filedOn, filingNumber: input.filingNumber },
  })
  return getCampaignRow(context, held.id)
}
