import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { GiftRow, NewGift } from '../../contract.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { lockGift } from '../../queries/gifts/lock-gift.ts'
import { findGiftIssues } from '../../rules/gifts.ts'
import { mustAnswerCampaign } from '../steps/answer-campaign.ts'
import { mustFitAgreement } from '../steps/meet-agreement.ts'
import { mustHaveNoCharge } from '../steps/wait-for-charge.ts'
import { writeGift } from '../steps/write-gift.ts'
import { contentOf } from './draft-gift.ts'

/** Rewrites a draft; who did so last made it, and does not confirm it. */
export async function updateGift(context: Context, input: Omit<NewGift, 'bookId' | 'donorId'> & { id: string; version: number }): Promise<GiftRow> {
  mustWriteGifts(context.actor)
  const { actor, today } = context
  const held = await lockGift(context, { step: 'update', ...input })
  await mustHaveNoCharge(context, held.id)
  const issues = findGiftIssues(input, today)
  if (issues.length > 0) throw new InvalidInput(issues)
  await mustBeOpenFund(context, { bookId: held.bookId, fundId: input.fundId })
  await mustFitAgreement(context, { ...input, donorId: held.donorId })
  await mustAnswerCampaign(context, { ...input, bookId: held.bookId })
  await writeGift(context, held, { form: input.form, ...contentOf(input), madeBy: actor.accountId, madeName: actor.personName })
  await recordAudit(context, {
    verb: 'gift.updated', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode,
    details: { amountFen: { before: held.amountFen, after: input.amount }, fundId: { before: held.fundId, after: input.fundId } },
  })
  return getGiftRow(context, held.id)
}
