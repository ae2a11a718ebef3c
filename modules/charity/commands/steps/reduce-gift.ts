import { postJournal } from '#modules/ledger/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { countChanges } from '../../queries/gifts/gift-state.ts'
import { findAccount, mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import type { BookedGift } from '../../queries/gifts/lock-gift.ts'
import { accountNumbers } from '../../rules/gifts.ts'
import { appendChange, countGift, lineOf, memoOf, sourceOf } from './book-gift.ts'
import { writeGift } from './write-gift.ts'

/**
 * A part of a gift in money goes back: income against the account it came to, out of the fund in which it stands now. From then on the gift is the rest;
 * its journals stand for themselves and are all reversed should the rest go back too.
 */
export async function reduceGift(
  context: Context, held: BookedGift, { amountFen, onDay, reason }: { amountFen: number; onDay: string; reason: string },
): Promise<void> {
  const { bookId, fundId, accountId } = held
  if (accountId === null) throw new Refusal('WRONG_STATUS', { status: held.status })
  const { restriction } = await mustBeOpenFund(context, { bookId, fundId })
  const { all } = await countChanges(context, held.id)
  const income = await findAccount(context, { bookId, code: accountNumbers.income, on: onDay, isRestricted: restriction !== 'none' })
  const memo = memoOf(held, '部分退赠')
  const line = lineOf(held, fundId, memo)
  const { id: journalId } = await postJournal(context, {
    bookId, key: `charity.gift/${held.id}/${all + 1}`, datedOn: onDay, memo, source: sourceOf(held), sourceId: held.id,
    lines: [{ ...line, accountId: income, side: 'debit', amountFen }, { ...line, accountId, side: 'credit', amountFen: -amountFen }],
  })
  const leftFen = held.amountFen - amountFen
  await writeGift(context, held, { amountFen: String(leftFen) })
  await appendChange(context, held, { change: 'reduced', onDay, amountFen, fundId, journalId, reason })
  await countGift(context, held, { amountFen: leftFen, restriction, on: held.receivedOn })
  await recordAudit(context, {
    verb: 'gift.reduced', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, reason,
    details: { amountFen: { before: held.amountFen, after: leftFen }, fundId, journalId },
  })
}
