import type { LocalDate } from '#platform/values/local-date.ts'

/** Where a number in a text comes from: one indicator of one unit in one period. Nothing of it is visible in the document. */
export type FigureReference = {
  /** Code of the indicator. */
  code: string
  /** Code of the unit it was counted for. */
  unit: string
  /** Period it was counted over, as the caller writes it, e.g. 2026 or 2026-Q1. */
  period: string
}

/** A piece of text in one manner. */
export type Run = {
  text: string
  /** Set when the text is a counted figure. */
  figure?: FigureReference
  bold?: boolean
}

/** The content of a table cell; a run when it is a counted figure. */
export type Cell = string | Run

export type Heading = {
  kind: 'heading'
  /** 1 一、 黑体; 2 （一） 楷体; 3 1. 仿宋; 4 （1） 仿宋. The number is added unless the text already begins with one. */
  level: 1 | 2 | 3 | 4
  text: string
}

export type Paragraph = {
  kind: 'paragraph'
  /** A line end in a run begins a new paragraph. */
  runs: Run[]
}

/** A table of words: the head repeats on every page. */
export type SimpleTable = {
  kind: 'table'
  caption?: string
  head: string[]
  rows: Cell[][]
  /** Shares of the width, one for each column, for a paper that is filled in by hand; left out, the longest cells decide. */
  widths?: readonly number[]
}

/** A table of numbers: names on the left, figures right-aligned, totals bold. */
export type StatisticsTable = {
  kind: 'statistics-table'
  caption: string
  /** What the figures are counted in, shown right above the table, e.g. 单位：人次. */
  countedIn?: string
  /** Head of the column of names. */
  rowTitle: string
  columns: string[]
  rows: StatisticsRow[]
}

export type StatisticsRow = {
  name: string
  /** How deep the name is set in: 1 below the row before it (其中). */
  depth?: 0 | 1 | 2
  /** A total is drawn bold. */
  isTotal?: boolean
  cells: Cell[]
}

export type PageBreak = { kind: 'page-break' }

/** What the body of a document is made of. */
export type Block = Heading | Paragraph | SimpleTable | StatisticsTable | PageBreak

/** Something that follows the document on a page of its own. */
export type Annex = {
  /** When the title is one of the document's attachments, 附件 and its number stand above it. */
  title: string
  blocks: Block[]
}

/** Every figure a text refers to, in the order of reading, each once. */
export function figuresOf(blocks: Block[]): (FigureReference & { text: string })[] {
  const found = new Map<string, FigureReference & { text: string }>()
  for (const run of blocks.flatMap(runsOf)) {
    if (run.figure) found.set(JSON.stringify([figureKey(run.figure), run.text]), { ...run.figure, text: run.text })
  }
  return [...found.values()]
}

/** One indicator of one unit in one period as a key. */
export const figureKey = ({ code, unit, period }: FigureReference): string => JSON.stringify([code, unit, period])

function runsOf(block: Block): Run[] {
  switch (block.kind) {
    case 'paragraph': return block.runs
    case 'table': return block.rows.flat().map(runOfCell)
    case 'statistics-table': return block.rows.flatMap((row) => row.cells).map(runOfCell)
    default: return []
  }
}

/** A cell as a run. */
export const runOfCell = (cell: Cell): Run => (typeof cell === 'string' ? { text: cell } : cell)

/** A work report or a set of tables without a red head, on the same pages as an official document. */
export type PlainReport = {
  title: string
  blocks: Block[]
  /** Left out, the report bears no name and no day. */
  signedBy?: string
  signedOn?: LocalDate
  /** What follows on pages of its own. */
  annexes?: Annex[]
}
