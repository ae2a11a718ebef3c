import { sql, type RawBuilder } from 'kysely'
import { sumFen } from '#platform/values/money.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { TrialBalance, TrialRow } from '../../contract.ts'
import { yearStart } from '../../rules/months.ts'
import { broughtIn } from '../../rules/statements/columns.ts'
import { depthOf, rolledUp } from '../../rules/statements/tree.ts'
import { monthBalances } from '../balances.ts'
import { readTreeAccounts } from './accounts-of-book.ts'
import { loadBookTitle } from './book-title.ts'

const sumKeys = ['openingFen', 'debitFen', 'creditFen', 'yearDebitFen', 'yearCreditFen', 'closingFen'] as const
type Sums = Record<(typeof sumKeys)[number], number>
const nothing: Sums = { openingFen: 0, debitFen: 0, creditFen: 0, yearDebitFen: 0, yearCreditFen: 0, closingFen: 0 }

/** The 科目余额表 of a month: accounts that hold or did something, with those above them. */
export async function getTrialBalance(context: Context, { bookId, month }: { bookId: string; month: number }): Promise<TrialBalance> {
  mustReadBooks(context.actor)
  const { bookName, holderName } = await loadBookTitle(context, bookId)
  const [accounts, sums] = [await readTreeAccounts(context, bookId), await readAccountSums(context, { bookId, month })]
  const all = rolledUp(accounts.map(({ accountId, parentId }) => ({ accountId, parentId, sums: sums.get(accountId) ?? nothing })))
  const parents = new Map(accounts.map(({ accountId, parentId }) => [accountId, parentId]))
  const rows = accounts.map(({ parentId: _parent, ...account }): TrialRow => (
    { ...account, depth: depthOf(account.accountId, parents), ...(all.get(account.accountId) ?? nothing) }))
    .filter((row) => sumKeys.some((key) => row[key] !== 0))
  return { bookName, holderName, month, rows, totals: totalsOf([...sums.values()]) }
}

/** What each account with lines of its own did, by one reading of the balances. */
export async function readAccountSums(context: Context, { bookId, month }: { bookId: string; month: number }): Promise<Map<string, Sums>> {
  const from = await monthBalances(context, { bookId, untilMonth: month })
  const isBroughtIn = sql`s.kind = any(${[...broughtIn]}::text[])`
  const [inMonth, inYear] = [sql`s.month = ${month} and not ${isBroughtIn}`, sql`s.month >= ${yearStart(month)} and not ${isBroughtIn}`]
  const moved = sql`s.debit_fen - s.credit_fen`
  const total = (what: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`coalesce(sum(${what}) filter (where ${where}), 0)::float8`
  const { rows } = await sql<Sums & { accountId: string }>`
    select s.account_id, ${total(moved, sql`s.month < ${month} or ${isBroughtIn}`)} as opening_fen,
      ${total(sql.ref('s.debit_fen'), inMonth)} as debit_fen, ${total(sql.ref('s.credit_fen'), inMonth)} as credit_fen,
      ${total(sql.ref('s.debit_fen'), inYear)} as year_debit_fen, ${total(sql.ref('s.credit_fen'), inYear)} as year_credit_fen,
      coalesce(sum(${moved}), 0)::float8 as closing_fen from ${from} group by s.account_id`.execute(context.tx)
  return new Map(rows.map(({ accountId, ...sums }) => [accountId, sums]))
}

function totalsOf(sums: readonly Sums[]): TrialBalance['totals'] {
  const total = (of: (sum: Sums) => number) => sumFen(sums.map(of))
  return {
    openingDebitFen: total(({ openingFen }) => Math.max(openingFen, 0)), openingCreditFen: total(({ openingFen }) => Math.max(-openingFen, 0)),
    debitFen: total(({ debitFen }) => debitFen), creditFen: total(({ creditFen }) => creditFen),
    yearDebitFen: total(({ yearDebitFen }) => yearDebitFen), yearCreditFen: total(({ yearCreditFen }) => yearCreditFen),
    closingDebitFen: total(({ closingFen }) => Math.max(closingFen, 0)), closingCreditFen: total(({ closingFen }) => Math.max(-closingFen, 0)),
  }
}
