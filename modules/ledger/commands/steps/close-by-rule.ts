import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { JournalKind } from '../../contract.ts'
import { findDueReleases, findNetAssetAccounts, findYearBalances } from '../../queries/periods/closing-amounts.ts'
import { carryOverLines, releaseLines } from '../../rules/closing.ts'
import type { Line } from '../../rules/dimensions.ts'
import { isYearEnd, lastDayOf } from '../../rules/months.ts'
import { byRule } from '../../rules/voucher-steps.ts'
import { giveNumber, linkJournal } from './number-voucher.ts'
import { postJournal } from './post-journals.ts'
import { insertVoucher, recordVoucher, writeVoucher } from './write-voucher.ts'

/** A month that is being closed; the round counts how often it was opened again. */
export type Closing = { bookId: string; scopeCode: string; month: number; round: number }

/** Posts what a closing posts by rule: the release, then in December the carry-over. What an earlier closing of the month posted is not posted again. */
export async function postClosing(context: Context, closing: Closing): Promise<void> {
  const accounts = await findNetAssetAccounts(context, closing)
  await postByRule(context, closing, { kind: 'release', lines: releaseLines(await findDueReleases(context, closing), accounts) })
  if (!isYearEnd(closing.month)) return
  await postByRule(context, closing, { kind: 'carry-over', lines: carryOverLines(await findYearBalances(context, closing), accounts) })
}

async function postByRule(context: Context, closing: Closing, { kind, lines }: { kind: JournalKind; lines: readonly Line[] }): Promise<void> {
  if (lines.length === 0) return
  const { bookId, scopeCode, month, round } = closing
  const [id, datedOn, memo] = [newId(), lastDayOf(month), lines[0]?.memo ?? '']
  const { id: journalId } = await postJournal(context, {
    bookId, key: `${kind}:${month}:${round}`, datedOn, kind, memo, lines, source: 'ledger.closing', sourceId: id,
  })
  await insertVoucher(context, { id, bookId, scopeCode, datedOn, kind, status: 'draft', paperCount: 0, lines })
  await linkJournal(context, { id, scopeCode, journalId })
  const number = await giveNumber(context, { bookId, month })
  await writeVoucher(context, { id, version: 1 }, { status: 'posted', number, reviewedName: byRule, postedName: byRule, postedAt: context.now })
  await recordVoucher(context, { id, scopeCode, bookId, month }, { verb: 'voucher.posted', details: { number, kind } })
}
