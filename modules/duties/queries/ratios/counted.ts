import { sql, type RawBuilder } from 'kysely'
import type { RatioFigure } from '../../contract.ts'

/** What a posting adds to a figure of a year, 0 where it does not count: said once, for the sum and for its postings. `p` is the posting, `f` its fund. */
export function countedIn(figure: RatioFigure, { year, untilOn }: { year: number; untilOn: string }): RawBuilder<number> {
  const [first, last] = [sql`${`${year}-01-01`}::date`, sql`${untilOn}::date`]
  const inYear = sql`p.dated_on between ${first} and ${last}`
  const turnover = sql`p.kind not in ('opening', 'conversion', 'carry-over')`
  const cost = (more: RawBuilder<unknown>) => sql<number>`case when p.account_kind = 'cost' and ${turnover} and ${inYear} ${more} then p.amount_fen else 0 end`
  const income = (more: RawBuilder<unknown>) =>
    sql<number>`case when p.account_kind = 'income' and ${turnover} and ${inYear} ${more} then -p.amount_fen else 0 end`
  switch (figure) {
    case 'income': return income(sql``)
    case 'gift-income': return income(sql`and starts_with(p.form_code, '4101')`)
    // 上年实际收入减去时间限定为上年不得使用的限定性收入，加上于上年解除时间限定的净资产。
    case 'adjusted-income': return sql<number>`case
      when p.account_kind <> 'income' or not (${turnover}) then 0
      when ${inYear} and not (p.restriction = 'time' and f.usable_from > ${last}) then -p.amount_fen
      when p.dated_on < ${first} and p.restriction = 'time' and f.usable_from between ${first} and ${last} then -p.amount_fen
      else 0 end`
    case 'spending': return cost(sql``)
    // As 年初数 of the next year: what was brought into the books then was there before.
    case 'net-assets': return sql<number>`case when p.dated_on <= ${last}
      or (p.kind in ('opening', 'conversion') and extract(year from p.dated_on) = ${year + 1}) then -p.amount_fen else 0 end`
    default: return cost(sql`and p.cost_class = ${figure}`)
  }
}

/** Postings of a body with their funds. */
export const ratioPostings = ({ cityId, bookId }: { cityId: number; bookId: string }): RawBuilder<unknown> => sql`
  ledger.published_postings p
  left join ledger.published_funds f on f.city_id = ${cityId} and f.id = p.fund_id
  where p.city_id = ${cityId} and p.book_id = ${bookId}`
