import { postJournal } from '#modules/ledger/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { ConsentForm, GiftRow } from '../../contract.ts'
import { countChanges } from '../../queries/gifts/gift-state.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { findAccount, mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { lockBookedGift, type HeldGift } from '../../queries/gifts/lock-gift.ts'
import { listMovements } from '../../queries/trail/list-movements.ts'
import { accountNumbers, isDayOfChange } from '../../rules/gifts.ts'
import { followGift, layTrail } from '../../rules/trail.ts'
import { appendChange, lineOf, memoOf } from '../steps/book-gift.ts'
import { writeGift } from '../steps/write-gift.ts'

type Input = { id: string; version: number; fundId: string; onDay: string; consentForm: ConsentForm; consentOn: string; reason: string }

/** What is left of a gift goes to another fund, because its donor agreed; what was spent stays where it was spent. */
export async function changePurpose(context: Context, input: Input): Promise<GiftRow> {
  mustConfirmGifts(context.actor)
  const { today } = context
  const held = await lockBookedGift(context, { step: 'move', ...input })
  if (held.form !== 'money') throw new Refusal('WRONG_STATUS', { status: held.status })
  if (!isDayOfChange(input.onDay, { receivedOn: held.receivedOn, today })) throw new Refusal('BEFORE_ARRIVAL', { receivedOn: held.receivedOn })
  if (input.consentOn > input.onDay) throw new InvalidInput([{ path: ['consentOn'], message: '要先得到捐赠人同意，再改变用途' }])
  if (input.fundId === held.fundId) throw new Refusal('SAME_FUND')
  await mustBeOpenFund(context, { bookId: held.bookId, fundId: input.fundId })
  const { leftFen } = followGift(layTrail(await listMovements(context, held.fundId)), held.id)
  if (leftFen <= 0) throw new Refusal('NOTHING_LEFT')
  const journalId = await moveMoney(context, held, { ...input, leftFen })
  await writeGift(context, held, { fundId: input.fundId })
  await appendChange(context, held, {
    change: 'moved', onDay: input.onDay, amountFen: leftFen, fundId: input.fundId, journalId, reason: input.reason, consentForm: input.consentForm,
    consentOn: input.consentOn,
  })
  await recordAudit(context, {
    verb: 'gift.moved', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason,
    details: { amountFen: leftFen, fundId: { before: held.fundId, after: input.fundId }, consentForm: input.consentForm, consentOn: input.consentOn,
      journalId },
  })
  return getGiftRow(context, held.id)
}

/** Income from gifts goes over from one fund to the other. */
async function moveMoney(context: Context, gift: HeldGift, { fundId, onDay, leftFen }: { fundId: string; onDay: string; leftFen: number }): Promise<string> {
  const { all } = await countChanges(context, gift.id)
  const accountOf = async (of: string) => findAccount(context, {
    bookId: gift.bookId, code: accountNumbers.income, on: onDay, isRestricted: (await mustBeOpenFund(context, { bookId: gift.bookId,
      fundId: of })).restriction !== 'none',
  })
  const memo = memoOf(gift, '按捐赠人同意改变用途')
  const { id } = await postJournal(context, {
    bookId: gift.bookId, key: `charity.gift/${gift.id}/${all + 1}`, datedOn: onDay, memo, source: 'charity.gift', sourceId: gift.id,
    lines: [
      { ...lineOf(gift, gift.fundId, memo), accountId: await accountOf(gift.fundId), side: 'debit', amountFen: leftFen },
      { ...lineOf(gift, fundId, memo), accountId: await accountOf(fundId), side: 'credit', amountFen: -leftFen },
    ],
  })
  return id
}
