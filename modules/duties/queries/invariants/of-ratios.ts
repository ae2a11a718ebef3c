import { sql } from 'kysely'
import { sumStatements } from '#modules/ledger/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Invariant } from '#platform/jobs/invariants.ts'
import { findBodies } from '../bodies.ts'
import { readYear } from '../ratios/year-figures.ts'

/** What holds of the legal ratios. */
export const ratioInvariants: readonly Invariant[] = [
  { name: 'ratios-agree-with-statements', sentence: '法定比例所用的收入、费用、净资产与会计报表一致', find: findDisagreements },
  { name: 'costs-foot-by-class', sentence: '各类费用之和等于总支出', find: findOddCosts },
  {
    name: 'earlier-year-before-books', sentence: '录入的以前年度都不在账套之内',
    sql: `select e.book_id::text || ' ' || e.year as id from duties.earlier_years e join ledger.published_books b on b.city_id = e.city_id and b.id = e.book_id
      where e.city_id = $1 and b.starts_month <= e.year * 100 + 1`,
  },
  {
    name: 'body-kind-of-books', sentence: '登记的单位性质属于现有的账套',
    sql: `select k.id::text as id from duties.body_kinds k where k.city_id = $1 and not exists (
      select 1 from ledger.published_books b where b.city_id = $1 and b.id = k.book_id)`,
  },
  {
    name: 'ratio-note-of-books', sentence: '比例说明属于现有的账套',
    sql: `select n.id::text as id from duties.ratio_notes n where n.city_id = $1 and not exists (
      select 1 from ledger.published_books b where b.city_id = $1 and b.id = n.book_id)`,
  },
]

type Of = { id: string; year: number }

/** Bodies with every year of their books. */
async function listYears(context: Context): Promise<(Of & { startsMonth: number })[]> {
  const until = Number(context.today.slice(0, 4))
  return (await findBodies(context)).flatMap(({ id, startsMonth }) => {
    const first = Math.floor(startsMonth / 100)
    return Array.from({ length: Math.max(0, until - first + 1) }, (_, at) => ({ id, startsMonth, year: first + at }))
  })
}

/** Our sums are over postings, theirs by formulas over folded balances: two ways to one number. */
async function findDisagreements(context: Context): Promise<string[]> {
  const wrong: string[] = []
  for (const { id, year, startsMonth } of await listYears(context)) {
    const [ours, theirs] = [
      await readYear(context, { id, startsMonth }, { year, untilOn: `${year}-12-31` }), await sumStatements(context, { bookId: id, year })]
    const fenOf = (figure: Parameters<typeof ours.get>[0]) => ours.get(figure)?.fen ?? 0
    const agree = fenOf('income') === theirs.incomeFen && fenOf('spending') === theirs.costFen && fenOf('net-assets') === theirs.netAssetsFen
    if (theirs.isWhole && !agree) wrong.push(`${id} ${year}`)
  }
  return wrong
}

async function findOddCosts(context: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.book_id::text || ' ' || extract(year from p.dated_on) as id from ledger.published_postings p
    where p.city_id = ${context.actor.cityId} and p.account_kind = 'cost'
      and (p.cost_class is null or p.cost_class not in ('charity', 'administration', 'fundraising', 'other')) group by 1`.execute(context.tx)
  return rows.map(({ id }) => id)
}
