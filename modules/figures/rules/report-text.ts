import { formatChinese, type LocalDate } from '#platform/values/local-date.ts'
import type { ReportBlock } from '../contract.ts'
import { writeFigure } from './figure-text.ts'

/** What the places of a text are filled with. */
export type ReportFilling = {
  /** Name of the place, e.g. 顺庆区. */
  place: string
  /** Name of the committee, e.g. 顺庆区关工委. */
  unit: string
  unitCode: string
  year: number
  /** Up to which day the year is counted while it runs; null once it is over. */
  countedUntil: LocalDate | null
  /** Figures of the year by code. */
  figures: ReadonlyMap<string, { value: number; unit: string }>
}

type Run = { text: string; figure?: { code: string; unit: string; period: string } }

/** Words of a text that no figure stands for. */
const words = ['place', 'unit', 'year', 'nextYear', 'until', 'wholeYear', 'yearEnd']

const placePattern = /\{\{\s*([^{}|\s]+)\s*((?:\|[^{}|]*)*)\}\}/g

/** The text as headings and paragraphs, every figure a run of its own that knows where it comes from. */
export function fillReport(body: string, filling: ReportFilling): ReportBlock[] {
  return body.split(/\r?\n/).map((text) => text.trim()).filter((text) => text !== '').map((text): ReportBlock => {
    const heading = /^(#{1,2})\s*(.+)$/.exec(text)
    if (heading !== null) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: fillLine(heading[2] ?? '', filling) }
    return { kind: 'paragraph', runs: fillRuns(text, filling) }
  })
}

/** One line with its places filled, as plain text. */
export const fillLine = (text: string, filling: ReportFilling): string => fillRuns(text, filling).map((run) => run.text).join('')

/** Codes that a text names and the dictionary lacks. */
export function unknownCodes(text: string, codes: ReadonlySet<string>): string[] {
  const named = [...text.matchAll(placePattern)].map(([, name = '']) => name)
  return [...new Set(named.filter((name) => !codes.has(name) && !words.includes(name)))]
}

/**
 * Words typed into a text that claim the whole of a year or its end, each once: while the year runs they say too much, and a place would say it rightly.
 * What is said of the year to come claims nothing of this one.
 */
export const wholeYearClaims = (text: string): string[] =>
  [...new Set([...text.matchAll(/(?<!\{\{\s*nextYear\s*\}\}年?|[明后来下]一?年)(?:全年|年末|年底|年终)/g)].map(([word]) => word))]

function fillRuns(text: string, filling: ReportFilling): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(placePattern)) {
    append(runs, { text: text.slice(from, match.index) })
    append(runs, fillPlace(match[1] ?? '', (match[2] ?? '').split('|').map((way) => way.trim()).filter(Boolean), filling))
    from = match.index + match[0].length
  }
  append(runs, { text: text.slice(from) })
  return runs
}

function fillPlace(name: string, ways: string[], { place, unit, unitCode, year, countedUntil, figures }: ReportFilling): Run {
  const filled: Record<string, string> = { place, unit, year: String(year), nextYear: String(year + 1), ...wordsOfTime(year, countedUntil) }
  if (Object.hasOwn(filled, name)) return { text: filled[name] ?? '' }
  const figure = figures.get(name)
  if (figure === undefined) return { text: `〔没有指标 ${name}〕` }
  return { text: writeFigure(figure.value, ways, figure.unit), figure: { code: name, unit: unitCode, period: String(year) } }
}

/** A year that runs has no end yet and is not whole. */
const wordsOfTime = (year: number, countedUntil: LocalDate | null) => (countedUntil === null
  ? { until: `${year}年末`, wholeYear: '全年', yearEnd: '年末' }
  : { until: formatChinese(countedUntil), wholeYear: '今年以来', yearEnd: '目前' })

/** Plain words that follow one another are one run. */
function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (run.text === '') return
  if (last !== undefined && last.figure === undefined && run.figure === undefined) last.text += run.text
  else runs.push(run)
}
