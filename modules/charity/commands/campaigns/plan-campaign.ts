import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { CampaignRow, NewCampaign } from '../../contract.ts'
import { getCampaignRow } from '../../queries/campaigns/campaign-rows.ts'
import { loadGivingBook, mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { findPlanIssues } from '../../rules/campaigns.ts'
import { qualifyCampaign } from '../steps/qualify-campaign.ts'
import { planOf, writePartners } from '../steps/write-partners.ts'

/** Plans a campaign with everything the law wants in its plan; nobody is asked before it is filed, but in an emergency. */
export async function planCampaign(context: Context, input: NewCampaign): Promise<CampaignRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now } = context
  const issues = findPlanIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  const book = await loadGivingBook(context, input.bookId)
  await mustBeOpenFund(context, input)
  const id = newId()
  await tx.insertInto('charity.campaigns').values({
    cityId: actor.cityId, id, scopeCode: book.scopeCode, unitId: book.unitId, bookId: book.id, ...planOf(input), status: 'draft', madeBy: actor.accountId,
    madeName: actor.personName, createdAt: now, updatedAt: now,
  }).execute()
  await writePartners(context, { campaignId: id, scopeCode: book.scopeCode, partners: input.partners })
  // It asks from its first day, without waiting for the filing.
  if (input.isEmergency) await qualifyCampaign(context, { ...input, id })
  await recordAudit(context, {
    verb: 'campaign.planned', subjectKind: 'campaign', subjectId: id, scopeCode: book.scopeCode,
    details: { startsOn: input.startsOn, endsOn: input.endsOn, isEmergency: input.isEmergency, partners: input.partners.length },
  })
  return getCampaignRow(context, id)
}
