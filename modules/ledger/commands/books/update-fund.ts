import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import type { Fund } from '../../contract.ts'
import { getFundRow } from '../../queries/books/fund-rows.ts'
import { loadBook } from '../../queries/load-book.ts'
import { lockFunds } from '../steps/move-funds.ts'

type Input = { bookId: string; id: string; version: number; name: string; isClosed: boolean }

/** Renames a fund, closes it when nothing is left of it, or opens it again. What it is restricted to never changes here. */
export async function updateFund(context: Context, input: Input): Promise<Fund> {
  mustManageBooks(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, input.bookId)
  const held = await getFundRow(context, { bookId: book.id, id: input.id }, sql`for update of f`)
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { name: held.name, status: held.status } })
  const isClosing = input.isClosed && held.status === 'open'
  const balance = isClosing ? (await lockFunds(context, [held.id])).get(held.id) : undefined
  if (balance !== undefined && (balance.balanceFen !== 0 || balance.reservedFen !== 0)) throw new Refusal('FUND_NOT_EMPTY')
  const status = input.isClosed ? 'closed' : 'open'
  await tx.updateTable('ledger.funds').set({ name: input.name, status, version: held.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'fund.updated', subjectKind: 'fund', subjectId: held.id, scopeCode: book.scopeCode,
    details: { before: { name: held.name, status: held.status }, after: { name: input.name, status } },
  })
  return getFundRow(context, { bookId: book.id, id: held.id })
}
