import { sql } from 'kysely'
import { countCap, cursorOf, encodeCursor, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadDuties } from '../../access.ts'
import type { RatioFigure, RatioPosting } from '../../contract.ts'
import { loadBody } from '../bodies.ts'
import { countedIn, ratioPostings } from './counted.ts'

type Wish = { bookId: string; year: number; figure: RatioFigure; after?: string | undefined; limit: number }

/** The postings a figure counts, in the order of their days; their sum is the figure. */
export async function listRatioPostings(context: Context, wish: Wish): Promise<Page<RatioPosting> & { figureFen: number }> {
  const { tx, actor, today } = context
  mustReadDuties(actor)
  const { bookId, year, figure, limit } = wish
  await loadBody(context, bookId)
  const untilOn = today < `${year}-12-31` && today >= `${year}-01-01` ? today : `${year}-12-31`
  const counted = countedIn(figure, { year, untilOn })
  const from = sql`${ratioPostings({ cityId: actor.cityId, bookId })} and ${counted} <> 0`
  const mark = cursorOf(wish.after, 'day', 'id', 'number')
  const beyond = mark === undefined ? sql`` : sql`and (p.dated_on, p.journal_id, p.seq) > (${mark[0]}::date, ${mark[1]}::uuid, ${Number(mark[2])}::int)`
  const { rows } = await sql<RatioPosting>`select p.journal_id, p.seq, p.dated_on, p.memo, p.account_code, p.account_name, f.name as fund_name, p.cost_class,
      (${counted})::float8 as counted_fen from ${from} ${beyond} order by p.dated_on, p.journal_id, p.seq limit ${limit + 1}`.execute(tx)
  const { rows: [whole] } = await sql<{ count: number; fen: number }>`select count(*)::int as count, coalesce(sum(${counted}), 0)::float8 as fen
    from ${from}`.execute(tx)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const count = whole?.count ?? 0
  return {
    items: shown, next: last === undefined ? null : encodeCursor([last.datedOn, last.journalId, last.seq]), total: Math.min(count, countCap),
    totalIsCapped: count > countCap, figureFen: whole?.fen ?? 0,
  }
}
