import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { GiftRow, NewGift } from '../../contract.ts'
import { loadDonor } from '../../queries/donors/donor-rows.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { loadGivingBook, mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { findGiftIssues } from '../../rules/gifts.ts'
import { mustAnswerCampaign } from '../steps/answer-campaign.ts'
import { mustFitAgreement } from '../steps/meet-agreement.ts'

/** Records what a donor wants to give and for what; it is in no books until it arrived. */
export async function draftGift(context: Context, input: NewGift): Promise<GiftRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now, today } = context
  const issues = findGiftIssues(input, today)
  if (issues.length > 0) throw new InvalidInput(issues)
  const [book, donor] = [await loadGivingBook(context, input.bookId), await loadDonor(context, input.donorId)]
  await mustBeOpenFund(context, input)
  await mustFitAgreement(context, input)
  await mustAnswerCampaign(context, input)
  const id = newId()
  await tx.insertInto('charity.gifts').values({
    cityId: actor.cityId, id, scopeCode: book.scopeCode, unitId: book.unitId, bookId: book.id, donorId: donor.id, donorKind: donor.kind,
      donorLabel: donor.label,
    form: input.form, ...contentOf(input), status: 'draft', madeBy: actor.accountId, madeName: actor.personName, createdAt: now, updatedAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'gift.drafted', subjectKind: 'gift', subjectId: id, scopeCode: book.scopeCode,
    details: { form: input.form, amountFen: input.amount, fundId: input.fundId, donorKind: donor.kind },
  })
  return getGiftRow(context, id)
}

/** Columns of what was typed. */
export const contentOf = (input: Omit<NewGift, 'bookId' | 'donorId' | 'form'>) => ({
  amountFen: String(input.amount), item: input.item ?? null, quantity: input.quantity ?? null, countedIn: input.countedIn ?? null,
    valueBasis: input.valueBasis ?? null,
  fundId: input.fundId, projectLabel: input.projectLabel ?? null, needKind: input.needKind ?? null, wish: input.wish === '' ? null : input.wish,
    promisedOn: input.promisedOn, agreementId: input.agreementId ?? null, instalment: input.instalment ?? null,
  campaignId: input.campaignId ?? null,
})
