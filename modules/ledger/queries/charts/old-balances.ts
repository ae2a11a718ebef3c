import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { OldBalance } from '../../contract.ts'
import { monthBalances } from '../balances.ts'
import type { NextChart } from './chart-rows.ts'

type Part = { accountId: string; fundId: string | null; projectId: string | null; successorId: string; amountFen: number }

/** What accounts of the chart before hold at the end of its last year, apart by fund and project. Income and cost are carried over and hold nothing. */
export async function readOldBalances(context: Context, { bookId, chart }: { bookId: string; chart: NextChart }): Promise<OldBalance[]> {
  const { tx, actor } = context
  const from = await monthBalances(context, { bookId, untilMonth: chart.lastMonth })
  const { rows } = await sql<Omit<OldBalance, 'parts'>>`
    select t.*, a.code, a.name, a.kind, a.successor_id, f.name as fund_name, (select p.project_label from ledger.postings p
        where p.city_id = ${actor.cityId} and p.project_id = t.project_id limit 1) as project_label
      from (select s.account_id, s.fund_id, s.project_id, s.restriction, sum(s.debit_fen - s.credit_fen)::float8 as amount_fen from ${from}
         group by s.account_id, s.fund_id, s.project_id, s.restriction having sum(s.debit_fen - s.credit_fen) <> 0) t
      join ledger.accounts a on a.city_id = ${actor.cityId} and a.id = t.account_id and a.kind in ('asset', 'liability', 'net-asset')
        and a.chart_id <> ${chart.id}
      left join ledger.funds f on f.city_id = ${actor.cityId} and f.id = t.fund_id
     order by a.code, f.code nulls first, t.project_id nulls first`.execute(tx)
  const parts = await readParts(context, chart.id)
  return rows.map((row) => ({
    ...row, parts: parts.filter((part) => part.accountId === row.accountId && part.fundId === row.fundId && part.projectId === row.projectId)
      .map(({ successorId, amountFen }) => ({ accountId: successorId, amountFen })),
  }))
}

async function readParts({ tx, actor }: Context, chartId: string): Promise<Part[]> {
  const { rows } = await sql<Part>`select p.account_id, p.fund_id, p.project_id, p.successor_id, p.amount_fen::float8 as amount_fen
    from ledger.balance_parts p join ledger.accounts a on a.city_id = p.city_id and a.id = p.successor_id
   where p.city_id = ${actor.cityId} and p.chart_id = ${chartId} order by a.code`.execute(tx)
  return rows
}
