import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { GeneralLedger } from '../../contract.ts'
import { broughtIn } from '../../rules/statements/columns.ts'
import { rolledUp } from '../../rules/statements/tree.ts'
import { monthBalances } from '../balances.ts'
import { readTreeAccounts } from './accounts-of-book.ts'
import { loadBookTitle } from './book-title.ts'

type Wish = { bookId: string; year: number; accountId?: string | undefined }
type Turnover = { accountId: string; month: number; debitFen: number; creditFen: number }

/** The 总账 of a year: accounts that held or did something, each with what its months did, accounts below it included. */
export async function getGeneralLedger(context: Context, { bookId, year, accountId }: Wish): Promise<GeneralLedger> {
  mustReadBooks(context.actor)
  const { bookName, holderName } = await loadBookTitle(context, bookId)
  const [accounts, turnovers] = [await readTreeAccounts(context, bookId), await readTurnovers(context, { bookId, year })]
  if (accountId !== undefined && accounts.every((account) => account.accountId !== accountId)) throw new Refusal('NOT_FOUND')
  const months = [...new Set(turnovers.map(({ month }) => month))].sort((one, other) => one - other)
  const byMonth = new Map(months.map((month) => [month, sumsOf(accounts, turnovers.filter((turnover) => turnover.month === month))]))
  const opening = byMonth.get(0)
  const isNothing = ({ debitFen, creditFen }: { debitFen: number; creditFen: number }) => debitFen === 0 && creditFen === 0
  return {
    bookName, holderName, year, accounts: accounts.filter((account) => accountId === undefined || account.accountId === accountId).map((account) => {
      const before = opening?.get(account.accountId)
      const openingFen = before === undefined ? 0 : before.debitFen - before.creditFen
      let balanceFen = openingFen
      const did = months.filter((month) => month !== 0).flatMap((month) => {
        const sum = byMonth.get(month)?.get(account.accountId)
        if (sum === undefined || isNothing(sum)) return []
        balanceFen += sum.debitFen - sum.creditFen
        return [{ month, ...sum, balanceFen }]
      })
      return { accountId: account.accountId, code: account.code, name: account.name, side: account.side, openingFen, months: did }
    }).filter(({ openingFen, months: did }) => accountId !== undefined || openingFen !== 0 || did.length > 0),
  }
}

const sumsOf = (accounts: Awaited<ReturnType<typeof readTreeAccounts>>, turnovers: readonly Turnover[]) => {
  const own = new Map(turnovers.map(({ accountId, debitFen, creditFen }) => [accountId, { debitFen, creditFen }]))
  return rolledUp(accounts.map(({ accountId, parentId }) => ({ accountId, parentId, sums: own.get(accountId) ?? { debitFen: 0, creditFen: 0 } })))
}

/** What accounts did in the months of a year; what was there before or was brought in stands in month 0. */
async function readTurnovers(context: Context, { bookId, year }: { bookId: string; year: number }): Promise<Turnover[]> {
  const from = await monthBalances(context, { bookId, untilMonth: year * 100 + 12 })
  const { rows } = await sql<Turnover>`
    select t.account_id, t.month, sum(t.debit_fen)::float8 as debit_fen, sum(t.credit_fen)::float8 as credit_fen from (
      select s.account_id, s.debit_fen, s.credit_fen,
        case when s.month < ${year * 100} or s.kind = any(${[...broughtIn]}::text[]) then 0 else s.month end as month from ${from}) t
     group by t.account_id, t.month`.execute(context.tx)
  return rows
}
