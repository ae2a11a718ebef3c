import { createHash } from 'node:crypto'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { SheetRefusal } from '#platform/sheets/refusal.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { ChannelBill } from '../../contract.ts'
import { findOnline } from '../../exchange/channels/list-channels.ts'
import type { Merchant } from '../../exchange/channels/merchant.ts'
import { getBillRow } from '../../queries/bills/bill-rows.ts'
import { loadGivingBook, mustBeOpenFund, mustKnowOpenFund } from '../../queries/gifts/giving-books.ts'
import { readBill, type Bill } from '../../rules/bills/read-bill.ts'
import { clearExplained, holdBills, noteDifferences, writeLines } from '../steps/compare-bill.ts'
import { postFee } from '../steps/post-fee.ts'

type Input = { file: File; billedOn: LocalDate; fundId: string; bookedOn?: LocalDate | undefined }
type Loading = { id: string; bookId: string; scopeCode: string; hash: Buffer; bookedOn: LocalDate }

/** Takes the bill of a day in, once: its fee is booked, and what it says otherwise than we do waits in the queue. Of who paid nothing is kept. */
export async function loadChannelBill(context: Context, input: Input): Promise<ChannelBill> {
  mustConfirmGifts(context.actor)
  // A fund outside the range is not found, whatever else stands against it.
  await mustKnowOpenFund(context, input.fundId)
  const merchant = await mustBeOnline(context)
  const { id: bookId, scopeCode } = await loadGivingBook(context, merchant.bookId)
  const bookedOn = input.bookedOn ?? input.billedOn
  await mustHold(context, { ...input, bookId, bookedOn })
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const bill = await readFile(bytes, { merchantId: merchant.merchantId, billedOn: input.billedOn })
  await mustBeFirst(context, { bookId, billedOn: input.billedOn })
  const loading: Loading = { id: newId(), bookId, scopeCode, hash: createHash('sha256').update(bytes).digest(), bookedOn }
  await insertBill(context, loading, { input, bill, accountId: merchant.accountId })
  await writeLines(context, loading, bill.lines)
  await noteDifferences(context, { ...loading, billedOn: input.billedOn })
  await clearExplained(context)
  await recordAudit(context, {
    verb: 'channel-bill.loaded', subjectKind: 'channel-bill', subjectId: loading.id, scopeCode,
    details: { billedOn: input.billedOn, lineCount: bill.lines.length, feeFen: bill.feeFen },
  })
  return getBillRow(context, loading.id)
}

async function mustBeOnline({ installation: { dataFolder }, actor: { cityId }, now }: Context): Promise<Merchant> {
  const online = await findOnline({ dataFolder, cityId, now: () => now })
  if (online === undefined) throw new Refusal('ONLINE_NOT_SET_UP')
  return online.merchant
}

/** Days that are over, and a fund whose money nobody gave for a purpose. */
async function mustHold(context: Context, { billedOn, bookedOn, bookId, fundId }: Input & { bookId: string; bookedOn: LocalDate }): Promise<void> {
  const issues = [
    ...(billedOn > context.today ? [{ path: ['billedOn'], message: '账单日期不能晚于今天' }] : []),
    ...(bookedOn < billedOn || bookedOn > context.today ? [{ path: ['bookedOn'], message: '入账日期不能早于账单日期，也不能晚于今天' }] : []),
  ]
  const { restriction } = await mustBeOpenFund(context, { bookId, fundId })
  if (restriction !== 'none') issues.push({ path: ['fundId'], message: '手续费由非限定资金承担，请另选一项资金' })
  if (issues.length > 0) throw new InvalidInput(issues)
}

async function readFile(bytes: Uint8Array, { merchantId, billedOn }: { merchantId: string; billedOn: LocalDate }): Promise<Bill> {
  const read = readBill(await readRows(bytes), merchantId)
  if ('code' in read) {
    if (read.code === 'LAYOUT') throw new Refusal('BILL_LAYOUT', { missing: read.missing })
    if (read.code === 'MERCHANT') throw new Refusal('BILL_OF_ANOTHER')
    if (read.code === 'FOOT') throw new Refusal('BILL_DOES_NOT_FOOT')
    throw new Refusal('LINES_UNREADABLE', { count: read.problems.length, problems: read.problems.slice(0, 20) })
  }
  const strange = read.lines.find(({ kind, on }) => kind === 'payment' && on !== billedOn)
  if (strange !== undefined) throw new Refusal('BILL_DAY', { on: strange.on })
  return read
}

async function readRows(bytes: Uint8Array): Promise<string[][]> {
  try {
    return ((await readWorkbook(bytes))[0]?.rows ?? []).map((cells) => cells.map(({ text }) => text))
  } catch (error) {
    if (error instanceof SheetRefusal) throw new InvalidInput([{ path: ['file'], message: error.message }])
    throw error
  }
}

/** Two bills of one day come in one after the other; the second is refused. */
async function mustBeFirst(context: Context, { bookId, billedOn }: { bookId: string; billedOn: LocalDate }): Promise<void> {
  const { tx, actor } = context
  await holdBills(context, bookId)
  const known = await tx.selectFrom('charity.channelBills').select('id').where('cityId', '=', actor.cityId).where('bookId', '=', bookId)
    .where('channel', '=', 'wechat').where('billedOn', '=', billedOn).where('withdrawnAt', 'is', null).executeTakeFirst()
  if (known !== undefined) throw new Refusal('BILL_BEFORE')
}

async function insertBill(
  context: Context, { id, bookId, scopeCode, hash, bookedOn }: Loading, { input, bill, accountId }: { input: Input; bill: Bill; accountId: string },
): Promise<void> {
  const { tx, actor, now } = context
  const { billedOn, fundId } = input
  const journalId = await postFee(context, { billId: id, bookId, fundId, accountId, billedOn, bookedOn, feeFen: bill.feeFen })
  const of = (kind: 'payment' | 'refund') => bill.lines.filter((line) => line.kind === kind)
  const sum = (kind: 'payment' | 'refund') => of(kind).reduce((total, { amountFen }) => total + amountFen, 0)
  await tx.insertInto('charity.channelBills').values({
    cityId: actor.cityId, id, scopeCode, bookId, channel: 'wechat', billedOn, fileHash: hash, paymentCount: of('payment').length, paymentFen: sum('payment'),
    refundCount: of('refund').length, refundFen: sum('refund'), feeFen: bill.feeFen, fundId, bookedOn, journalId,
    loadedBy: actor.accountId === '' ? null : actor.accountId, loadedName: actor.personName, loadedAt: now,
  }).execute()
}
