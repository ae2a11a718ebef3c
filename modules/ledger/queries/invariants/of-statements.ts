import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Invariant } from '#platform/jobs/invariants.ts'
import type { Statement } from '../../contract.ts'
import { yearStart } from '../../rules/months.ts'
import { getStatement } from '../statements/get-statement.ts'

/** Lines of the forms of 2004 that say the same thing in two places. */
const lines = { assets: 60, netAssets: 110, funding: 120, change: 45, cashIncrease: 61 } as const
/** Columns of the forms: the year's beginning, the month's end, the whole year. */
const columns = { opening: 0, closing: 1, year: 5, cashYear: 1 } as const

type Wish = { bookId: string; month: number }

/** What holds of the statements of each set of books at the last month something was posted to: they foot, and say the same as each other. */
export const statementInvariants: readonly Invariant[] = [
  {
    name: 'balance-sheet-foots', sentence: '资产负债表的资产等于负债加净资产，年初和期末都是',
    find: (context) => wrongBooks(context, async (reader, wish) => {
      const sheet = await getStatement(reader, { ...wish, form: 'balance-sheet' })
      return isWhole(sheet) && [columns.opening, columns.closing].some((at) => figure(sheet, lines.assets, at) !== figure(sheet, lines.funding, at))
    }),
  },
  {
    name: 'activities-agree-with-balance-sheet', sentence: '业务活动表的净资产变动额等于资产负债表净资产的增减',
    find: (context) => wrongBooks(context, async (reader, wish) => {
      const [sheet, activities] = await Promise.all((['balance-sheet', 'activities'] as const).map((form) => getStatement(reader, { ...wish, form })))
      if (sheet === undefined || activities === undefined || !isWhole(sheet) || !isWhole(activities)) return false
      const grown = figure(sheet, lines.netAssets, columns.closing) - figure(sheet, lines.netAssets, columns.opening)
      return figure(activities, lines.change, columns.year) !== grown
    }),
  },
  {
    name: 'cash-flow-agrees-with-cash', sentence: '现金流量表的净增加额等于现金和银行存款的增减',
    find: (context) => wrongBooks(context, async (reader, wish) =>
      figure(await getStatement(reader, { ...wish, form: 'cash-flow' }), lines.cashIncrease, columns.cashYear) !== await sumCashOfYear(reader, wish)),
  },
]

/** An account a form does not know is told on the page of the statement; sums say nothing then. */
const isWhole = ({ unplaced }: Statement): boolean => unplaced.length === 0
const figure = (statement: Statement, line: number, at: number): number => statement.lines.find(({ number }) => number === line)?.figures[at] ?? 0

/** Books of which something is wrong. A job holds no permission; what looks at everything leaves nothing out. */
async function wrongBooks(context: Context, isWrong: (reader: Context, wish: Wish) => Promise<boolean>): Promise<string[]> {
  const reader = { ...context, actor: { ...context.actor, permissions: new Set(['ledger.read']) } }
  const { rows } = await sql<Wish>`select j.book_id, max(j.month) as month from ledger.journals j where j.city_id = ${context.actor.cityId}
    group by j.book_id order by j.book_id`.execute(context.tx)
  const wrong: string[] = []
  for (const wish of rows) if (await isWrong(reader, wish)) wrong.push(wish.bookId)
  return wrong
}

async function sumCashOfYear({ tx, actor }: Context, { bookId, month }: Wish): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(p.amount_fen), 0)::float8 as fen from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
     where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.month between ${yearStart(month)} and ${month} and a.duty in ('cash', 'bank')
       and p.kind not in ('opening', 'conversion', 'carry-over')`.execute(tx)
  return rows[0]?.fen ?? 0
}
