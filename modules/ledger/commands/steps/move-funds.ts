import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import { runPrepared, sendPrepared } from '#platform/database/prepared.ts'
import { given, statement } from '#platform/database/statement.ts'
import type { Context } from '#platform/http/context.ts'
import { findFundShortage, type FundBalance, type KnownCommitment } from '../../rules/posting.ts'

/** Locks the balances of restricted funds in the order of fund id, so that no two transactions wait for each other in a circle. */
export async function lockFunds({ tx, actor }: Context, fundIds: readonly string[]): Promise<Map<string, FundBalance>> {
  if (fundIds.length === 0) return new Map()
  const rows = await runPrepared(tx, statement<FundBalance & { fundId: string }>`
    select b.fund_id, b.balance_fen::float8 as balance_fen, b.reserved_fen::float8 as reserved_fen from ledger.fund_balances b
     where b.city_id = ${actor.cityId} and b.fund_id = any(${[...fundIds]}::uuid[]) order by b.fund_id for update of b`)
  return new Map(rows.map(({ fundId, ...balance }) => [fundId, balance]))
}

/** Refuses changes that a fund cannot bear; `held` are the balances, locked. */
export function refuseShortage(held: ReadonlyMap<string, FundBalance>, changes: ReadonlyMap<string, FundBalance>): void {
  for (const [fundId, change] of changes) {
    const before = held.get(fundId)
    if (before === undefined) throw new Error(`the restricted fund ${fundId} has no balance`)
    const problem = findFundShortage(fundId, before, change)
    if (problem !== undefined) throw new Refusal(problem.code, problem.data)
  }
}

/** Changes balances; leaves with the other writes of the transaction. */
export function moveFunds({ tx, actor }: Context, changes: ReadonlyMap<string, FundBalance>): void {
  const rows = [...changes].map(([fund_id, { balanceFen, reservedFen }]) => ({ fund_id, balance_fen: balanceFen, reserved_fen: reservedFen }))
  if (rows.length === 0) return
  sendPrepared(tx, statement`update ledger.fund_balances b set balance_fen = b.balance_fen + c.balance_fen, reserved_fen = b.reserved_fen + c.reserved_fen
    from ${given('c', { fund_id: 'uuid', balance_fen: 'bigint', reserved_fen: 'bigint' }, rows)}
    where b.city_id = ${actor.cityId} and b.fund_id = c.fund_id`)
}

/** A commitment, locked after the balances of its fund. */
export type HeldCommitment = KnownCommitment & { id: string; bookId: string; label: string; version: number }

/** Locks commitments; those that are not of these books are missing. */
export async function lockCommitments(
  { tx, actor }: Context, { bookId, ids }: { bookId: string; ids: readonly string[] },
): Promise<Map<string, HeldCommitment>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<HeldCommitment>`
    select c.id, c.book_id, c.label, c.fund_id, c.amount_fen::float8 as amount_fen, c.paid_fen::float8 as paid_fen, c.status, c.expires_on, c.version
      from ledger.commitments c where c.city_id = ${actor.cityId} and c.book_id = ${bookId} and c.id = any(${[...ids]}::uuid[])
     order by c.id for update of c`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes what became of a commitment. */
export async function writeCommitment(
  { tx, actor }: Context, { id, version }: { id: string; version: number },
  change: { paidFen: number; status: KnownCommitment['status']; endedOn: string | null },
): Promise<void> {
  await tx.updateTable('ledger.commitments').set({ ...change, version: version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
}
