import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { ratioFigures, type EarlierYear, type RatioFigure, type YearFigure } from '../../contract.ts'
import type { HeldBody } from '../bodies.ts'
import { countedIn, ratioPostings } from './counted.ts'

/** Figures of a year, all of them: where somebody entered the year, income and net assets are what was entered. */
export async function readYear(
  context: Context, body: Pick<HeldBody, 'id' | 'startsMonth'>, { year, untilOn,
    entered }: { year: number; untilOn: string; entered?: EarlierYear | undefined },
): Promise<Map<RatioFigure, YearFigure>> {
  const { tx, actor } = context
  const columns = ratioFigures.map((figure) => sql`coalesce(sum(${countedIn(figure, { year, untilOn })}), 0)::float8 as ${sql.ref(columnOf(figure))}`)
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)} from ${ratioPostings({ cityId: actor.cityId, bookId: body.id })}`.execute(tx)
  const isPartial = body.startsMonth > year * 100 + 1
  return new Map(ratioFigures.map((figure) => {
    const typed = enteredFen(figure, entered)
    return [figure, { figure, year, fen: typed ?? rows[0]?.[columnOf(figure)] ?? 0, isEntered: typed !== undefined,
      isPartial: typed === undefined && isPartial }]
  }))
}

// The driver gives columns of a raw query in camel case; a digit keeps the names apart from the codes.
const columnOf = (figure: RatioFigure): string => `f${ratioFigures.indexOf(figure)}`

function enteredFen(figure: RatioFigure, entered: EarlierYear | undefined): number | undefined {
  if (entered === undefined) return undefined
  if (figure === 'net-assets') return entered.netAssetsFen
  return figure === 'income' || figure === 'adjusted-income' ? entered.incomeFen : undefined
}

/** Years before the books that were entered, the latest first. */
export async function listEarlierYears({ tx, actor }: Context, bookId: string): Promise<EarlierYear[]> {
  const { rows } = await sql<EarlierYear>`select e.year, e.income_fen::float8 as income_fen, e.net_assets_fen::float8 as net_assets_fen, e.source,
      e.recorded_name, e.version
    from duties.earlier_years e where e.city_id = ${actor.cityId} and e.book_id = ${bookId} order by e.year desc`.execute(tx)
  return rows
}
