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
  /** Figures of the year by code. */
  figures: ReadonlyMap<string, { value: number; unit: string }>
}

type Run = { text: string; figure?: { code: string; unit: string; period: string } }

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
  return [...new Set(named.filter((name) => !codes.has(name) && !['place', 'unit', 'year', 'nextYear'].includes(name)))]
}

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

function fillPlace(name: string, ways: string[], { place, unit, unitCode, year, figures }: ReportFilling): Run {
  const words: Record<string, string> = { place, unit, year: String(year), nextYear: String(year + 1) }
  if (Object.hasOwn(words, name)) return { text: words[name] ?? '' }
  const figure = figures.get(name)
  if (figure === undefined) return { text: `〔没有指标 ${name}〕` }
  return { text: writeFigure(figure.value, ways, figure.unit), figure: { code: name, unit: unitCode, period: String(year) } }
}

/** Plain words that follow one another are one run. */
function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (run.text === '') return
  if (last !== undefined && last.figure === undefined && run.figure === undefined) last.text += run.text
  else runs.push(run)
}
