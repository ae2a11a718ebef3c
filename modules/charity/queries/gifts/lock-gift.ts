import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { DonorKind, GiftForm, GiftStatus } from '../../contract.ts'
import { mayFollowGift, type GiftStep } from '../../rules/gifts.ts'

/** A gift with everything its rules ask. */
export type HeldGift = {
  id: string; scopeCode: string; unitId: string; bookId: string; donorId: string; donorKind: DonorKind; donorLabel: string; form: GiftForm; amountFen: number
  quantity: number | null; fundId: string; projectId: string | null; projectLabel: string | null; status: GiftStatus; accountId: string | null
  receivedOn: LocalDate | null
  journalId: string | null; traceCode: string | null; madeBy: string | null; agreementId: string | null; version: number
}

const columns = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.book_id, r.donor_id, r.donor_kind, r.donor_label, r.form,
  r.amount_fen::float8 as amount_fen, r.quantity,
  r.fund_id, r.project_id, r.project_label, r.status, r.account_id, r.received_on, r.journal_id, r.trace_code, r.made_by, r.agreement_id, r.version`

/** A gift the actor can see; not found otherwise. */
export async function loadGift({ tx, actor }: Context, id: string): Promise<HeldGift> {
  const { rows } = await sql<HeldGift>`select ${columns} from charity.gifts r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks a gift for a step, and refuses what the step does not follow from. */
export async function lockGift({ tx, actor }: Context, { step, id, version }: { step: GiftStep; id: string; version: number }): Promise<HeldGift> {
  const { rows } = await sql<HeldGift>`select ${columns} from charity.gifts r where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (!mayFollowGift(step, held.status)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

/** A gift that stands in the books, with the day it arrived. */
export type BookedGift = HeldGift & { receivedOn: LocalDate }

/** The same of a gift that was confirmed. */
export async function lockBookedGift(context: Context, asked: { step: GiftStep; id: string; version: number }): Promise<BookedGift> {
  const held = await lockGift(context, asked)
  if (held.receivedOn === null) throw new Refusal('WRONG_STATUS', { status: held.status })
  return { ...held, receivedOn: held.receivedOn }
}
