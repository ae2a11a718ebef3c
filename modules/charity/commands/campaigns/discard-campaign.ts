import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { CampaignRow } from '../../contract.ts'
import { getCampaignRow, lockCampaign } from '../../queries/campaigns/campaign-rows.ts'

/** Throws a plan away to which nobody gave. */
export async function discardCampaign(context: Context, input: { id: string; version: number; reason: string }): Promise<CampaignRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now } = context
  const held = await lockCampaign(context, { step: 'discard', ...input })
  const gift = await tx.selectFrom('charity.gifts').select('id').where('cityId', '=', actor.cityId).where('campaignId', '=', held.id)
    .where('status', '<>', 'discarded').limit(1).executeTakeFirst()
  if (gift !== undefined) throw new Refusal('HAS_GIFTS')
  await tx.updateTable('charity.campaigns').set({ status: 'discarded', version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'campaign.discarded', subjectKind: 'campaign', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason, details: {},
  })
  return getCampaignRow(context, held.id)
}
