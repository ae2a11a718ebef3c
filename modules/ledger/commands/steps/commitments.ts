import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { lockCommitments, lockFunds, moveFunds, refuseShortage, writeCommitment } from './move-funds.ts'

/** Money that is to be promised. */
export type Reservation = {
  bookId: string; fundId: string; label: string; amountFen: number; expiresOn?: LocalDate | null
  /** Record of another module it stands for. */
  subject?: { kind: string; id: string }
}

/** Reserves money of a restricted fund in the transaction of the caller; never more than is free. */
export async function reserveMoney(context: Context, { bookId, fundId, label, amountFen, expiresOn = null, subject }: Reservation): Promise<string> {
  const { tx, actor, now, today } = context
  const fund = await tx.selectFrom('ledger.funds').select(['scopeCode', 'restriction', 'status'])
    .where('cityId', '=', actor.cityId).where('bookId', '=', bookId).where('id', '=', fundId).executeTakeFirst()
  if (fund === undefined) throw new Refusal('NOT_FOUND')
  if (fund.restriction === 'none') throw new Refusal('FUND_UNRESTRICTED')
  if (fund.status === 'closed') throw new Refusal('FUND_CLOSED', { seq: 1 })
  const held = await lockFunds(context, [fundId])
  const changes = new Map([[fundId, { balanceFen: 0, reservedFen: amountFen }]])
  refuseShortage(held, changes)
  moveFunds(context, changes)
  const id = newId()
  await tx.insertInto('ledger.commitments').values({
    cityId: actor.cityId, id, scopeCode: fund.scopeCode, bookId, fundId, label, subjectKind: subject?.kind ?? null, subjectId: subject?.id ?? null, amountFen,
    expiresOn, reservedBy: actor.accountId === '' ? null : actor.accountId, reservedOn: today, createdAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'commitment.reserved', subjectKind: 'commitment', subjectId: id, scopeCode: fund.scopeCode, details: { fundId, amountFen, expiresOn },
  })
  return id
}

/** Ends a commitment that is not paid in full: what is left of it is free again. */
export async function endCommitment(
  context: Context, { bookId, id, version, as, reason }: { bookId: string; id: string; version?: number; as: 'released' | 'expired'; reason?: string },
): Promise<void> {
  const { today } = context
  const { fundId, scopeCode } = await findFundOf(context, { bookId, id })
  const held = await lockFunds(context, [fundId])
  const commitment = (await lockCommitments(context, { bookId, ids: [id] })).get(id)
  if (commitment === undefined) throw new Refusal('NOT_FOUND')
  if (commitment.status !== 'reserved') throw new Refusal(`COMMITMENT_${commitment.status.toUpperCase()}`)
  if (version !== undefined && version !== commitment.version) {
    throw new Refusal('STALE', { version: commitment.version, current: { status: commitment.status } })
  }
  const leftFen = commitment.amountFen - commitment.paidFen
  const changes = new Map([[fundId, { balanceFen: 0, reservedFen: -leftFen }]])
  refuseShortage(held, changes)
  moveFunds(context, changes)
  await writeCommitment(context, commitment, { paidFen: commitment.paidFen, status: as, endedOn: today })
  await recordAudit(context, {
    verb: `commitment.${as}`, subjectKind: 'commitment', subjectId: id, scopeCode, ...reason === undefined ? {} : { reason }, details: { fundId, leftFen },
  })
}

async function findFundOf({ tx, actor }: Context, { bookId, id }: { bookId: string; id: string }): Promise<{ fundId: string; scopeCode: string }> {
  const { rows } = await sql<{ fundId: string; scopeCode: string }>`
    select c.fund_id, c.scope_code::text as scope_code from ledger.commitments c
     where c.city_id = ${actor.cityId} and c.book_id = ${bookId} and c.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
