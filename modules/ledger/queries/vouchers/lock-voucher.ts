import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { JournalKind, VoucherStatus } from '../../contract.ts'
import { mayFollow, type VoucherStep } from '../../rules/voucher-steps.ts'
import { ofVisibleBooks } from '../load-book.ts'

/** A voucher with everything its rules ask. */
export type HeldVoucher = {
  id: string; scopeCode: string; bookId: string; month: number; datedOn: LocalDate; kind: JournalKind; status: VoucherStatus; summary: string
  isGathered: boolean; reversesId: string | null; commitmentId: string | null; madeBy: string | null; reviewedBy: string | null; reviewedName: string | null
  startsMonth: number
  version: number
}

/** Loads a voucher of books the actor can see; not found otherwise. */
export const loadVoucher = (context: Context, id: string): Promise<HeldVoucher> => findVoucher(context, id, sql``)

/** Loads and locks a voucher for a step, and refuses what the step does not follow from. Without a version it is locked as it stands. */
export async function lockVoucher(
  context: Context, { step, id, version }: { step: VoucherStep; id: string; version?: number },
): Promise<HeldVoucher> {
  const held = await findVoucher(context, id, sql`for update of v`)
  if (!mayFollow(step, held.status)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (version !== undefined && held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

async function findVoucher(context: Context, id: string, lock: RawBuilder<unknown>): Promise<HeldVoucher> {
  const { tx, actor } = context
  const { rows } = await sql<HeldVoucher>`
    select v.id, v.scope_code::text as scope_code, v.book_id, v.month, v.dated_on, v.kind, v.status, v.summary, v.is_gathered, v.reverses_id, v.commitment_id,
      v.made_by, v.reviewed_by, v.reviewed_name, b.starts_month, v.version
      from ledger.vouchers v join ledger.books b on b.city_id = v.city_id and b.id = v.book_id
     where v.city_id = ${actor.cityId} and v.id = ${id} and ${ofVisibleBooks(context)} ${lock}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
