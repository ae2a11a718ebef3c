import { sql } from 'kysely'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { BankMapping } from '../../contract.ts'
import type { MoneyAccount } from '../../queries/bank/load-money-account.ts'
import { areSameHeadings, headingsRow, isWholeMapping, recognise, type KnownLayout } from '../../rules/bank/layout.ts'

type Found = { rowIndex: number; mapping: BankMapping }
type Kept = { headings: string[]; mapping: BankMapping }

/**
 * Where the table of a file begins and what its columns hold: as somebody says now, as it was the last time, or as a known layout of a bank. A file of
 * another layout than the last one is refused until somebody looks at it.
 */
export async function findTable(
  context: Context, account: MoneyAccount, { rows, mapping }: { rows: readonly (readonly string[])[]; mapping: BankMapping | undefined },
): Promise<Found> {
  const kept = await findKept(context, account.id)
  if (mapping !== undefined) return mappedByHand(context, account, { rows, mapping, kept })
  if (kept !== undefined) {
    const rowIndex = rows.slice(0, 30).findIndex((row) => areSameHeadings(row, kept.headings))
    if (rowIndex < 0) throw new Refusal('LAYOUT_CHANGED', { headings: [...(rows[headingsRow(rows)] ?? [])] })
    return { rowIndex, mapping: kept.mapping }
  }
  const { rows: layouts } = await sql<KnownLayout>`select y.code, y.bank, y.titles from ledger.bank_layouts y order by y.code`.execute(context.tx)
  const found = recognise(rows, layouts)
  if (found === undefined) throw new Refusal('LAYOUT_UNKNOWN', { headings: [...(rows[headingsRow(rows)] ?? [])] })
  await keep(context, account, found)
  return found
}

async function mappedByHand(
  context: Context, account: MoneyAccount, { rows, mapping, kept }: { rows: readonly (readonly string[])[]; mapping: BankMapping; kept: Kept | undefined },
): Promise<Found> {
  if (!isWholeMapping(mapping)) throw new InvalidInput([{ path: ['mapping'], message: '请至少指明日期，以及金额一列或收入、支出两列' }])
  const same = kept === undefined ? -1 : rows.slice(0, 30).findIndex((row) => areSameHeadings(row, kept.headings))
  const rowIndex = same >= 0 ? same : headingsRow(rows)
  await keep(context, account, { headings: [...(rows[rowIndex] ?? [])], mapping, layout: null })
  return { rowIndex, mapping }
}

async function findKept({ tx, actor }: Context, accountId: string): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`select k.headings, k.mapping from ledger.known_layouts k
    where k.city_id = ${actor.cityId} and k.account_id = ${accountId}`.execute(tx)
  return rows[0]
}

async function keep(
  { tx, actor }: Context, account: MoneyAccount, { headings, mapping, layout }: { headings: string[]; mapping: BankMapping; layout: string | null },
): Promise<void> {
  await sql`insert into ledger.known_layouts as known (city_id, account_id, scope_code, book_id, headings, mapping, layout)
    values (${actor.cityId}, ${account.id}, ${account.scopeCode}::bigint, ${account.bookId}, ${JSON.stringify(headings)}::jsonb,
      ${JSON.stringify(mapping)}::jsonb, ${layout})
    on conflict on constraint known_layouts_pkey do update
      set headings = excluded.headings, mapping = excluded.mapping, layout = excluded.layout, version = known.version + 1`.execute(tx)
}
