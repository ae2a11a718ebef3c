import { sql } from 'kysely'
import { reverseJournal } from '#modules/ledger/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { ChannelBill } from '../../contract.ts'
import { getBillRow } from '../../queries/bills/bill-rows.ts'
import { holdBills, judgeWithout } from '../steps/compare-bill.ts'

type Input = { id: string; reason: string; onDay?: LocalDate | undefined }
type HeldBill = { id: string; scopeCode: string; bookId: string; billedOn: LocalDate; bookedOn: LocalDate; feeFen: number; journalId: string | null }

/**
 * Takes a bill back that was loaded from the wrong file, while nobody dealt with a difference of it: its fee is reversed by an entry of its own, its
 * differences leave the queue, its day may be loaded anew. The bill itself stays on record.
 */
export async function withdrawChannelBill(context: Context, input: Input): Promise<ChannelBill> {
  mustConfirmGifts(context.actor)
  const { tx, actor, now } = context
  const held = await lockBill(context, input.id)
  const onDay = input.onDay ?? held.bookedOn
  if (onDay < held.bookedOn || onDay > context.today) {
    throw new InvalidInput([{ path: ['onDay'], message: `冲销日期不能早于手续费入账的${held.bookedOn}，也不能晚于今天` }])
  }
  const reversalId = await reverseFee(context, held, onDay)
  await tx.updateTable('charity.channelBills').set({
    withdrawnBy: actor.accountId === '' ? null : actor.accountId, withdrawnName: actor.personName, withdrawnAt: now, withdrawnReason: input.reason, reversalId,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await tx.updateTable('charity.billDifferences').set({ status: 'withdrawn' }).where('cityId', '=', actor.cityId).where('billId', '=', held.id).execute()
  await judgeWithout(context, held)
  await recordAudit(context, {
    verb: 'channel-bill.withdrawn', subjectKind: 'channel-bill', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason,
    details: { billedOn: held.billedOn, feeFen: held.feeFen, reversalId },
  })
  return getBillRow(context, held.id)
}

/** The bill with its differences locked: nobody settles one meanwhile, and no other bill of its books comes or goes. */
async function lockBill(context: Context, id: string): Promise<HeldBill> {
  const { tx, actor: { cityId } } = context
  const { rows: [known] } = await sql<{ bookId: string }>`select b.book_id from charity.channel_bills b
    where b.city_id = ${cityId} and b.id = ${id}::uuid`.execute(tx)
  if (known === undefined) throw new Refusal('NOT_FOUND')
  await holdBills(context, known.bookId)
  const { rows: [held] } = await sql<HeldBill & { isWithdrawn: boolean }>`select b.id, b.scope_code::text as scope_code, b.book_id, b.billed_on, b.booked_on,
      b.fee_fen::float8 as fee_fen, b.journal_id, b.withdrawn_at is not null as is_withdrawn
    from charity.channel_bills b where b.city_id = ${cityId} and b.id = ${id}::uuid`.execute(tx)
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.isWithdrawn) throw new Refusal('BILL_WITHDRAWN')
  const { rows: differences } = await sql<{ status: string }>`select d.status from charity.bill_differences d
    where d.city_id = ${cityId} and d.bill_id = ${id}::uuid for update`.execute(tx)
  const count = differences.filter(({ status }) => status === 'settled').length
  if (count > 0) throw new Refusal('BILL_SETTLED', { count })
  return held
}

/** What an accountant reversed in the books already is not reversed again. */
async function reverseFee(context: Context, held: HeldBill, onDay: LocalDate): Promise<string | null> {
  const { id, bookId, journalId, billedOn } = held
  if (journalId === null) return null
  const { rows: [standing] } = await sql<{ fen: number }>`select coalesce(sum(m.amount_fen), 0)::float8 as fen from ledger.published_movements m
    where m.city_id = ${context.actor.cityId} and m.origin_id = ${journalId}::uuid and m.is_cost`.execute(context.tx)
  if (standing?.fen === 0) return null
  const reversal = await reverseJournal(context, {
    bookId, journalId, key: `charity.channel-fee/${id}/withdrawn`, datedOn: onDay, memo: `撤回微信支付${billedOn}对账单，冲销手续费`, source: 'charity.channel-fee',
    sourceId: id,
  })
  return reversal.id
}
