import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPostVouchers } from '../../access.ts'
import { journalOfVoucher } from '../../queries/vouchers/journal-of-voucher.ts'
import { lockVoucher, type HeldVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { readLines } from '../../queries/vouchers/voucher-lines.ts'
import { isSamePerson } from '../../rules/voucher-steps.ts'
import { giveNumber, linkJournal } from '../steps/number-voucher.ts'
import { postJournal } from '../steps/post-journals.ts'
import { reverseJournal } from '../steps/reverse-journal.ts'
import { recordVoucher, writeVoucher } from '../steps/write-voucher.ts'

/** Enters a reviewed voucher into the books (记账), by a third person; it gets the next number of its month. */
export async function postVoucher(context: Context, input: { id: string; version: number }): Promise<{ id: string; number: number }> {
  mustPostVouchers(context.actor)
  const { actor, now } = context
  const held = await lockVoucher(context, { step: 'post', ...input })
  if (isSamePerson('post', held, actor.accountId)) throw new Refusal('SAME_PERSON')
  if (!held.isGathered) await linkJournal(context, { ...held, journalId: await makeJournal(context, held) })
  const number = await giveNumber(context, held)
  await writeVoucher(context, held, { status: 'posted', number, postedBy: actor.accountId, postedName: actor.personName, postedAt: now })
  await recordVoucher(context, held, { verb: 'voucher.posted', details: { number } })
  return { id: held.id, number }
}

async function makeJournal(context: Context, held: HeldVoucher): Promise<string> {
  const of = { bookId: held.bookId, key: `voucher:${held.id}`, datedOn: held.datedOn, memo: held.summary, source: 'ledger.voucher', sourceId: held.id }
  if (held.reversesId !== null) {
    const journalId = await journalOfVoucher(context, held.reversesId)
    return (await reverseJournal(context, { ...of, journalId })).id
  }
  const lines = await readLines(context, held.id)
  return (await postJournal(context, { ...of, kind: held.kind, lines, commitmentId: held.commitmentId })).id
}
