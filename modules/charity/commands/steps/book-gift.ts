import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { postJournal, reverseJournal, type Line } from '#modules/ledger/index.ts'
import type { Restriction } from '#modules/ledger/contract.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { ConsentForm } from '../../contract.ts'
import { findAccount } from '../../queries/gifts/giving-books.ts'
import type { HeldGift } from '../../queries/gifts/lock-gift.ts'
import { giftFacts } from '../../rules/countable.ts'
import { accountNumbers } from '../../rules/gifts.ts'
import { giftFormWords } from '../../rules/words.ts'

/** What a gift is in the books. */
export type Booking = { amountFen: number; fundId: string; restriction: Restriction; accountId: string | null; on: LocalDate; key: string }

/** Where journals of a gift say they come from. */
export const sourceOf = ({ form }: Pick<HeldGift, 'form'>) => (form === 'goods' ? 'charity.goods' : 'charity.gift')
/** How a gift reads in the books: its donor masked. */
export const memoOf = ({ form, donorLabel }: Pick<HeldGift, 'form' | 'donorLabel'>, doing: string) => `${doing}：${donorLabel}捐赠${giftFormWords[form]}`

/** Posts a gift: bank, cash or stock against income from gifts, both with the fund. Nothing is posted for a service. */
export async function postGift(context: Context, gift: HeldGift, booking: Booking): Promise<string | null> {
  if (gift.form === 'service') return null
  const isRestricted = booking.restriction !== 'none'
  const ask = (code: string) => findAccount(context, { bookId: gift.bookId, code, on: booking.on, isRestricted })
  const income = await ask(accountNumbers.income)
  const taking = gift.form === 'goods' || booking.accountId === null ? await ask(accountNumbers.goods) : booking.accountId
  const memo = memoOf(gift, '收到捐赠')
  const line = lineOf(gift, booking.fundId, memo)
  const { id } = await postJournal(context, {
    bookId: gift.bookId, key: booking.key, datedOn: booking.on, memo, source: sourceOf(gift), sourceId: gift.id,
    lines: [{ ...line, accountId: taking, side: 'debit', amountFen: booking.amountFen }, { ...line, accountId: income, side: 'credit',
      amountFen: -booking.amountFen }],
  })
  return id
}

/** What lines of a gift share. A project is named in the books only where it is one, not a label alone. */
export const lineOf = ({ projectId, projectLabel }: Pick<HeldGift, 'projectId' | 'projectLabel'>, fundId: string, memo: string): Omit<Line,
  'accountId' | 'side' | 'amountFen'> => ({
  memo, fundId, projectId, projectLabel: projectId === null ? null : projectLabel, costClass: null, flowItem: null,
})

/** Takes one journal of a gift back. */
export async function takeBack(
  context: Context, gift: HeldGift, { journalId, on, doing }: { journalId: string; on: LocalDate; doing: string },
): Promise<string> {
  const { id } = await reverseJournal(context, {
    bookId: gift.bookId, journalId, key: `charity.gift/${gift.id}/reverse/${journalId}`, datedOn: on, memo: memoOf(gift, doing),
      source: sourceOf(gift), sourceId: gift.id,
  })
  return id
}

/** Appends what happened to a gift. */
export async function appendChange(
  { tx, actor, now }: Context, gift: HeldGift, change: {
    change: 'confirmed' | 'corrected' | 'moved' | 'reduced' | 'refunded'; onDay: LocalDate; amountFen: number; fundId: string; journalId: string | null
    reason: string | null; consentForm?: ConsentForm; consentOn?: LocalDate
  },
): Promise<void> {
  await tx.insertInto('charity.giftChanges').values({
    cityId: actor.cityId, id: newId(), scopeCode: gift.scopeCode, giftId: gift.id, ...change, changedBy: actor.accountId === '' ? null : actor.accountId,
      changedName: actor.personName, changedAt: now,
  }).execute()
}

/** Counts a gift on the day it arrived, in place of what was counted before. */
export async function countGift(context: Context, gift: HeldGift, { amountFen, restriction, on }: Pick<Booking,
  'amountFen' | 'restriction' | 'on'>): Promise<void> {
  await endFacts(context, { recordId: gift.id })
  await recordFacts(context, giftFacts(gift, { amountFen, isFree: restriction === 'none', on }))
}
