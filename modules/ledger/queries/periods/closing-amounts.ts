import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { dueRelease, type NetAssetAccounts, type RestrictedFund, type YearBalance } from '../../rules/closing.ts'
import { lastDayOf } from '../../rules/months.ts'

type Asked = { bookId: string; month: number }

/** What is still to be released of restricted funds at the end of a month, in the order of fund id. */
export async function findDueReleases({ tx, actor }: Context, { bookId, month }: Asked): Promise<{ fundId: string; amountFen: number }[]> {
  const { rows } = await sql<RestrictedFund>`
    select f.id, f.restriction, f.usable_from,
      coalesce(sum(p.amount_fen) filter (where a.kind = 'cost' and p.kind <> 'carry-over'), 0)::float8 as cost_fen,
      coalesce(sum(p.amount_fen) filter (where a.duty = 'restricted' and p.kind = 'release'), 0)::float8 as released_fen,
      coalesce(-sum(p.amount_fen) filter (where p.restriction <> 'none'), 0)::float8 as restricted_fen
      from ledger.funds f join ledger.postings p on p.city_id = f.city_id and p.fund_id = f.id and p.month <= ${month}
      join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id and a.kind in ('net-asset', 'income', 'cost')
     where f.city_id = ${actor.cityId} and f.book_id = ${bookId} and f.restriction <> 'none' group by f.id, f.restriction,
       f.usable_from order by f.id`.execute(tx)
  return rows.map((fund) => ({ fundId: fund.id, amountFen: dueRelease(fund, lastDayOf(month)) })).filter(({ amountFen }) => amountFen !== 0)
}

/** What income and cost accounts hold up to a month, by every dimension; debit counted up. */
export async function findYearBalances({ tx, actor }: Context, { bookId, month }: Asked): Promise<YearBalance[]> {
  const { rows } = await sql<YearBalance>`
    select p.account_id, sum(p.amount_fen)::float8 as amount_fen, p.fund_id, p.restriction, p.project_id, min(p.project_label) as project_label, p.cost_class
      from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
     where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.month <= ${month} and a.kind in ('income', 'cost')
     group by p.account_id, a.code, p.fund_id, p.restriction, p.project_id, p.cost_class having sum(p.amount_fen) <> 0
     order by a.code, p.fund_id, p.project_id`.execute(tx)
  return rows
}

/** The accounts of net assets closings post to: the first of each duty in the chart that holds on the last day of the month. */
export async function findNetAssetAccounts({ tx, actor }: Context, { bookId, month }: Asked): Promise<NetAssetAccounts> {
  const { rows } = await sql<{ id: string; duty: string }>`
    select distinct on (a.duty) a.id, a.duty from ledger.accounts a
     where a.city_id = ${actor.cityId} and a.is_leaf and a.duty in ('unrestricted', 'restricted') and a.chart_id = (
       select c.id from ledger.charts c where c.city_id = ${actor.cityId} and c.book_id = ${bookId} and c.status = 'valid'
          and c.valid_from <= ${lastDayOf(month)}::date order by c.valid_from desc limit 1)
     order by a.duty, a.code`.execute(tx)
  const idOf = (duty: string) => {
    const found = rows.find((row) => row.duty === duty)
    if (found === undefined) throw new Error(`the chart has no account of ${duty} net assets`)
    return found.id
  }
  return { unrestrictedId: idOf('unrestricted'), restrictedId: idOf('restricted') }
}
