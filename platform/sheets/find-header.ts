import { cleanText } from '#platform/values/text.ts'
import type { MergedRange, Sheet, SheetCell } from './cells.ts'

/** One column an import knows: what it is called in tables that circulate, and what a good value looks like. */
export type ColumnSpec = {
  /** Name of the value in the rows handed on. */
  key: string
  /** Title in our own template, in Chinese. */
  title: string
  /** Other titles under which the same thing is found in the field. */
  synonyms: string[]
  required: boolean
  /** A value as it should look; shown to the user, and skipped when a template is sent back with its example row. */
  example: string
}

/** The title of one column of the user's table. */
export type Header = {
  /** From 0. */
  columnIndex: number
  text: string
  /** The title above it when the header has two storeys: 监护人 over 姓名. */
  group?: string
}

/** Where the table begins. */
export type HeaderRow = {
  /** Last row of the header, from 1: data begins below it. */
  rowNumber: number
  headers: Header[]
}

const rowsSearched = 30
const mostStoreys = 3

/** Finds the row with the most known titles among the first rows, past merged titles and notes; undefined when no known title occurs. */
export function findHeader(sheet: Sheet, columns: ColumnSpec[]): HeaderRow | undefined {
  const known = new Set(columns.flatMap((column) => titlesOf(column).flatMap((title) => [exact(title), loose(title)])))
  let best: { header: HeaderRow; score: number } | undefined
  for (let row = 0; row < Math.min(rowsSearched, sheet.rows.length); row++) {
    const header = readHeader(sheet, row)
    const score = header.headers.filter((item) => namesOf(item).some((name) => known.has(exact(name)) || known.has(loose(name)))).length
    if (score > (best?.score ?? 0)) best = { header, score }
  }
  return best?.header
}

/** The titles beginning in this row; a title over several columns lends its name to the titles below it. */
export function readHeader(sheet: Sheet, row: number): HeaderRow {
  const starting = sheet.merges.filter((range) => range.startRow === row)
  const spansColumns = starting.some((range) => range.endColumn > range.startColumn)
  const isTwoStorey = spansColumns && starting.some((range) => range.endRow > range.startRow)
  const last = isTwoStorey ? Math.min(row + mostStoreys - 1, Math.max(...starting.map((range) => range.endRow))) : row
  const blocks = sheet.merges.filter((range) => range.startRow <= last && range.endRow >= row)
  const width = Math.max(...sheet.rows.slice(row, last + 1).map((cells) => cells.length), 0)
  const headers: Header[] = []
  for (let columnIndex = 0; columnIndex < width; columnIndex++) {
    const storeys = storeysOf(sheet.rows, blocks, columnIndex, row, last)
    const text = storeys.at(-1)
    const group = storeys.at(-2)
    if (text) headers.push({ columnIndex, text, ...(group ? { group } : {}) })
  }
  return { rowNumber: last + 1, headers }
}

/** How a column of ours was matched; everything but 'chosen' is a proposal the user confirms. */
export type ColumnMatch = { key: string; columnIndex: number; how: 'exact' | 'synonym' | 'similar' | 'chosen' }

export type MappingProposal = {
  /** Column index for each key that has one. */
  mapping: Record<string, number>
  matches: ColumnMatch[]
  /** Required columns nobody matched. */
  missing: ColumnSpec[]
  /** Titles of the table that will not be imported. */
  unused: Header[]
}

/**
 * Proposes which column of the user's table holds which of ours. A choice of the user wins over every guess;
 * null says that our column is to stay empty. One column of the table serves one of ours only.
 */
export function proposeMapping(headers: Header[], columns: ColumnSpec[], chosen: Record<string, number | null> = {}): MappingProposal {
  const matches = new Map<string, ColumnMatch>()
  const taken = new Set<number>()
  const take = (match: ColumnMatch) => {
    matches.set(match.key, match)
    taken.add(match.columnIndex)
  }
  for (const [key, columnIndex] of Object.entries(chosen)) {
    if (columnIndex !== null && columns.some((column) => column.key === key)) take({ key, columnIndex, how: 'chosen' })
  }
  for (const { how, matchesTitle } of passes) {
    for (const column of columns.filter((candidate) => !(candidate.key in chosen) && !matches.has(candidate.key))) {
      const header = headers.find((item) => !taken.has(item.columnIndex) && matchesTitle(item, column))
      if (header) take({ key: column.key, columnIndex: header.columnIndex, how })
    }
  }
  return {
    mapping: Object.fromEntries([...matches.values()].map((match) => [match.key, match.columnIndex])),
    matches: [...matches.values()],
    missing: columns.filter((column) => column.required && !matches.has(column.key)),
    unused: headers.filter((header) => !taken.has(header.columnIndex)),
  }
}

type Pass = { how: ColumnMatch['how']; matchesTitle: (header: Header, column: ColumnSpec) => boolean }

/** Best evidence first for all columns, so that a weak guess never takes a column that another fits exactly. */
const passes: Pass[] = [
  { how: 'exact', matchesTitle: (header, column) => agree(header, [column.title], exact) },
  { how: 'synonym', matchesTitle: (header, column) => agree(header, column.synonyms, exact) },
  { how: 'similar', matchesTitle: (header, column) => agree(header, titlesOf(column), loose) },
]

const agree = (header: Header, titles: string[], form: (title: string) => string) =>
  namesOf(header).some((name) => titles.some((title) => form(title) === form(name)))
const titlesOf = (column: ColumnSpec) => [column.title, ...column.synonyms]
/** Under a group the bare title is ambiguous (whose 姓名?), so it only counts together with the group. */
const namesOf = (header: Header) => (header.group ? [header.group + header.text, `${header.group}的${header.text}`] : [header.text])
const exact = (title: string) => cleanText(title).replace(/\s/g, '').toLowerCase()

/** Without remarks in brackets, asterisks, colons and quotes: *出生日期（年月日）： is 出生日期, “五老”类别 is 五老类别. */
function loose(title: string): string {
  const bare = exact(title).replace(/[（(【[][^）)】\]]*[）)】\]]/g, '').replace(/[*＊:：、,，.。_\-/“”‘’"'「」《》]/g, '')
  return bare === '' ? exact(title) : bare
}

/** Texts of one column from the top storey to the lowest; a merged block speaks once, and on upper storeys for all its columns. */
function storeysOf(rows: SheetCell[][], blocks: MergedRange[], columnIndex: number, from: number, to: number): string[] {
  const texts: string[] = []
  for (let row = from; row <= to; row++) {
    const block = blocks.find((range) => covers(range, row, columnIndex))
    const isRepeated = block && (block.startRow < row || (block.endRow >= to && block.startColumn < columnIndex))
    const text = isRepeated ? '' : cleanText(rows[row]?.[block?.startColumn ?? columnIndex]?.text ?? '')
    if (text !== '') texts.push(text)
  }
  return texts
}

function covers(range: MergedRange, row: number, column: number): boolean {
  return range.startRow <= row && row <= range.endRow && range.startColumn <= column && column <= range.endColumn
}
