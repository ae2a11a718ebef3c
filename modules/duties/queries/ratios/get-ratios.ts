import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { daysBetween } from '#platform/values/local-date.ts'
import { mayInDuties, mustReadDuties } from '../../access.ts'
import type { BodyKind, EarlierYear, RatioFigure, RatioNote, RatioRule, RatioSheet, YearFigure } from '../../contract.ts'
import { kindsBefore } from '../../rules/kinds.ts'
import { averageOf, forecast, judge, ruleFor, type Standing } from '../../rules/ratios.ts'
import { bodyKindOn, bodyOf, loadBody, type HeldBody } from '../bodies.ts'
import { readLeave } from './body-leave.ts'
import { listDatedKinds } from './dated-kinds.ts'
import { listEarlierYears, readYear } from './year-figures.ts'

/** The legal ratios of a body in a year, every figure from its postings. */
export async function getRatios(context: Context, { bookId, year }: { bookId: string; year: number }): Promise<RatioSheet> {
  mustReadDuties(context.actor)
  return readRatios(context, await loadBody(context, bookId), year)
}

/** The same for callers that checked who asks. */
export async function readRatios(context: Context, body: HeldBody, year: number): Promise<RatioSheet> {
  const { today } = context
  const [notes, earlierYears, rules] = [await listRatioNotes(context, { bookId: body.id, year }), await listEarlierYears(context, body.id),
    await listRules(context)]
  const isRunning = today <= `${year}-12-31`
  const untilOn = isRunning && today >= `${year}-01-01` ? today : `${year}-12-31`
  const years = await readYears(context, body, { year, untilOn, earlierYears })
  const standing = standingOf(years)
  const ruleOf = (kind: BodyKind) => ruleFor(rules, { kind, on: `${year}-12-31`, netAssetsFen: standing.lastNetAssetsFen ?? 0 })
  const kind = bodyKindOn(body, untilOn)
  const rule = kind === null ? null : ruleOf(kind)
  const figures = shownFigures(years, rule)
  const days = { elapsedDays: daysBetween(`${year}-01-01`, untilOn) + 1, yearDays: daysBetween(`${year}-01-01`, `${year}-12-31`) + 1,
    promisedFen: isRunning ? await sumPromised(context, body.id) : 0 }
  return {
    body: bodyOf(body), year, untilOn, isRunning, rule, leave: await readLeave(context, { id: body.id, kind }, untilOn), figures,
    // What was spent in a year before the books stands in the audited report alone.
    judged: rule === null || isBeforeBooks(body, year) ? [] : judge(rule, standing, notes),
    forecast: rule === null || !isRunning ? null : { ...days, judged: judge(rule, forecast(standing, days), notes) },
    before: kindsBefore(body.kinds, { derived: body.derived, firstOn: `${year}-01-01`, lastOn: untilOn })
      .flatMap((was) => {
        const by = ruleOf(was.kind)
        return by === null || isBeforeBooks(body, year) ? [] : [{ untilOn: was.untilOn, rule: by, judged: judge(by, standing, notes) }]
      }),
    kinds: await listDatedKinds(context, body.id), notes, earlierYears, mayExplain: mayInDuties(context.actor, 'ratio.explain'),
  }
}

const isBeforeBooks = ({ startsMonth }: HeldBody, year: number): boolean => startsMonth > year * 100 + 12

type Year = ReadonlyMap<RatioFigure, YearFigure> | null
type Years = { current: ReadonlyMap<RatioFigure, YearFigure>; before: readonly Year[] }

/** The year itself and the three before it; one of which nothing is known is null. */
async function readYears(
  context: Context, body: HeldBody, { year, untilOn, earlierYears }: { year: number; untilOn: string; earlierYears: readonly EarlierYear[] },
): Promise<Years> {
  const current = await readYear(context, body, { year, untilOn, entered: earlierYears.find((earlier) => earlier.year === year) })
  const before: Year[] = []
  for (const past of [year - 1, year - 2, year - 3]) {
    const entered = earlierYears.find((earlier) => earlier.year === past)
    // Net assets brought into the books with their first day are those of the end of the year before.
    const isKnown = entered !== undefined || Math.floor(body.startsMonth / 100) <= past + 1
    before.push(isKnown ? await readYear(context, body, { year: past, untilOn: `${past}-12-31`, entered }) : null)
  }
  return { current, before }
}

/** An income is known where it was entered or the books were kept in that year. */
const incomeOf = (year: Year | undefined): number | null => {
  const figure = year?.get('adjusted-income')
  return figure === undefined || (figure.isPartial && figure.fen === 0) ? null : figure.fen
}

const netAssetsOf = (year: Year | undefined): number | null => year?.get('net-assets')?.fen ?? null

function standingOf({ current, before: [last, second, third] }: Years): Standing {
  const fenOf = (figure: RatioFigure) => current.get(figure)?.fen ?? 0
  return {
    charityFen: fenOf('charity'), administrationFen: fenOf('administration'), spendingFen: fenOf('spending'), lastIncomeFen: incomeOf(last),
    averageIncomeFen: averageOf([incomeOf(last), incomeOf(second), incomeOf(third)]), lastNetAssetsFen: netAssetsOf(last),
    averageNetAssetsFen: averageOf([netAssetsOf(last), netAssetsOf(second), netAssetsOf(third)]),
  }
}

function shownFigures({ current, before: [last, second, third] }: Years, rule: RatioRule | null): YearFigure[] {
  const of = (year: Year | undefined, figure: RatioFigure) => (incomeOf(year) === null && figure === 'adjusted-income' ? undefined : year?.get(figure))
  return [...current.values(), of(last, 'adjusted-income'), of(last, 'net-assets'), of(second, 'adjusted-income'), of(third, 'adjusted-income'),
    ...(rule?.base === 'net-assets' ? [of(second, 'net-assets'), of(third, 'net-assets')] : [])]
    .filter((figure) => figure !== undefined)
}

async function listRules({ tx }: Context): Promise<RatioRule[]> {
  const { rows } = await sql<RatioRule>`select r.body_kind, r.valid_from, r.floor_fen::float8 as floor_fen, r.base, r.spending_percent,
      r.administration_percent, r.income_percent, r.free_administration_fen::float8 as free_administration_fen, r.source, r.is_verified
    from duties.ratio_rules r`.execute(tx)
  return rows
}

/** What was said about the ratios of a year, in its order. */
export async function listRatioNotes({ tx, actor }: Context, { bookId, year }: { bookId: string; year: number }): Promise<RatioNote[]> {
  const { rows } = await sql<RatioNote>`select n.id, n.ratio, n.kind, n.words, n.amount_fen::float8 as amount_fen, n.reported_on, n.published_on,
      n.published_where, n.noted_name, n.noted_on
    from duties.ratio_notes n where n.city_id = ${actor.cityId} and n.book_id = ${bookId} and n.year = ${year} order by n.id`.execute(tx)
  return rows
}

async function sumPromised({ tx, actor }: Context, bookId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(c.left_fen), 0)::float8 as fen from ledger.published_promises c
    where c.city_id = ${actor.cityId} and c.book_id = ${bookId}`.execute(tx)
  return rows[0]?.fen ?? 0
}
