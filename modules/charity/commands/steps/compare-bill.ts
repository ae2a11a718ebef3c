import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { listBillLines, listJudgedBeside, listOwnLines, listTold, type ComparedBill } from '../../queries/bills/own-lines.ts'
import { findDifferences, toldKey, type BillDifference } from '../../rules/bills/compare.ts'
import type { BillLine } from '../../rules/bills/read-bill.ts'

/** Rows written at a time. */
const atOnce = 1000

/** Bills of one set of books are loaded and taken back one after the other. */
export async function holdBills({ tx, actor }: Context, bookId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`charity.bill ${actor.cityId} ${bookId}`}, 0))`.execute(tx)
}

/** Writes what a bill says, without who paid. */
export async function writeLines({ tx, actor: { cityId } }: Context, { id, scopeCode }: Pick<ComparedBill, 'id' | 'scopeCode'>,
  said: readonly BillLine[]): Promise<void> {
  const lines = said.map(({ kind, number, channelNumber, amountFen }, at) => (
    { cityId, billId: id, seq: at + 1, scopeCode, kind, number, channelNumber, amountFen }))
  for (let from = 0; from < lines.length; from += atOnce) await tx.insertInto('charity.billLines').values(lines.slice(from, from + atOnce)).execute()
}

/** Puts into the queue what a bill says otherwise than we do. */
export async function noteDifferences(context: Context, bill: ComparedBill): Promise<void> {
  await insertDifferences(context, bill, await compareBill(context, bill))
}

async function compareBill(context: Context, bill: ComparedBill): Promise<BillDifference[]> {
  const lines = await listBillLines(context, bill.id)
  const numbers = lines.map(({ number }) => number)
  const own = await listOwnLines(context, { numbers, billedOn: bill.billedOn })
  const told = await listTold(context, { numbers, bill })
  return findDifferences(lines, { own, billedOn: bill.billedOn, told: new Set(told.map(toldKey)) })
}

async function insertDifferences({ tx, actor: { cityId } }: Context, { id, scopeCode }: ComparedBill, found: readonly BillDifference[]): Promise<void> {
  const rows = found.map((difference) => ({ cityId, id: newId(), scopeCode, billId: id, ...difference, status: 'open' }))
  for (let from = 0; from < rows.length; from += atOnce) await tx.insertInto('charity.billDifferences').values(rows.slice(from, from + atOnce)).execute()
}

/** What was missing and stands on a later bill, and what was not taken and has been since, waits for nobody any more. */
export async function clearExplained({ tx, actor: { cityId } }: Context): Promise<void> {
  await sql`update charity.bill_differences d set status = 'cleared' where d.city_id = ${cityId} and d.status = 'open' and (
    (d.kind = 'missing' and ${standsOnBill(cityId)})
    or (d.kind = 'not-taken' and d.line_kind = 'payment' and exists (select 1 from charity.charges c
      where c.city_id = ${cityId} and c.number = d.number and c.amount_fen = d.bill_fen and c.status in ('paid', 'booked')))
    or (d.kind = 'not-taken' and d.line_kind = 'refund' and exists (select 1 from charity.refunds r
      where r.city_id = ${cityId} and r.number = d.number and r.amount_fen = d.bill_fen and r.status = 'done')))`.execute(tx)
}

const standsOnBill = (cityId: number) => sql`exists (select 1 from charity.bill_lines l
  join charity.channel_bills b on b.city_id = l.city_id and b.id = l.bill_id
  where l.city_id = ${cityId} and l.number = d.number and l.kind = d.line_kind and l.amount_fen = d.own_fen and b.withdrawn_at is null)`

/**
 * A bill was taken back: what other bills say is judged as if it had never come. What it alone explained waits again; what is told twice because of it
 * waits no more; what a later bill did not miss because of it is missed.
 */
export async function judgeWithout(context: Context, bill: { id: string; bookId: string }): Promise<void> {
  const { tx, actor: { cityId } } = context
  await sql`update charity.bill_differences d set status = 'open' where d.city_id = ${cityId} and d.status = 'cleared' and d.kind = 'missing'
    and not ${standsOnBill(cityId)}`.execute(tx)
  const told = new Set((await listBillLines(context, bill.id)).map(toldKey))
  for (const later of await listJudgedBeside(context, bill)) await judgeAnew(context, later, told)
  await clearExplained(context)
}

async function judgeAnew(context: Context, bill: ComparedBill, told: ReadonlySet<string>): Promise<void> {
  const { tx, actor: { cityId } } = context
  const found = (await compareBill(context, bill)).filter(({ lineKind, number }) => told.has(toldKey({ kind: lineKind, number })))
  const { rows: noted } = await sql<{ id: string; kind: BillDifference['kind']; lineKind: BillLine['kind']; number: string; status: string }>`
    select d.id, d.kind, d.line_kind, d.number, d.status from charity.bill_differences d
    where d.city_id = ${cityId} and d.bill_id = ${bill.id}::uuid for update`.execute(tx)
  const same = (one: Noted) => (other: Noted) => one.kind === other.kind && one.lineKind === other.lineKind && one.number === other.number
  const over = noted.filter((one) => one.status === 'open' && one.kind === 'twice' && told.has(toldKey({ kind: one.lineKind, number: one.number }))
    && !found.some(same(one)))
  if (over.length > 0) {
    await tx.updateTable('charity.billDifferences').set({ status: 'cleared' }).where('cityId', '=', cityId)
      .where('id', 'in', over.map(({ id }) => id)).execute()
  }
  await insertDifferences(context, bill, found.filter((one) => !noted.some(same(one))))
}

type Noted = Pick<BillDifference, 'kind' | 'lineKind' | 'number'>
