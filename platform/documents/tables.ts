import {
  AlignmentType, BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType,
} from 'docx'
import type { FileChild } from 'docx'
import { runOfCell } from './blocks.ts'
import type { Cell, SimpleTable, StatisticsTable } from './blocks.ts'
import { offGridStyle } from './body-styles.ts'
import { writableLine, writableText } from './writable-text.ts'
import { fonts, sizes, typeWidth } from './measures.ts'
import { line, run } from './paragraphs.ts'
import { textWidth } from './text-width.ts'

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]
type CellManner = { alignment: Alignment; isHead?: boolean; isBold?: boolean; depth?: number }

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 0 })
/** Outer lines 0.35 mm, inner lines 0.18 mm. */
const rules = { top: rule(8), bottom: rule(8), left: rule(8), right: rule(8), insideHorizontal: rule(4), insideVertical: rule(4) }

/** A table of words over the whole type width. */
export function renderSimpleTable({ caption, head, rows, widths: shares }: SimpleTable): FileChild[] {
  const columns = Math.max(head.length, ...rows.map((row) => row.length))
  const bodyRows = rows.map((row) => tableRow(padded(row, columns).map((cell) => tableCell(cell, { alignment: AlignmentType.LEFT }))))
  const widths = sharedWidths(shares ?? askedWidths([padded(head, columns), ...rows.map((row) => padded(row, columns))]))
  return [...captionLine(caption), table(widths, [...headRow(head, columns), ...bodyRows]), gap()]
}

/** A table of figures: names left, figures right, totals bold. */
export function renderStatisticsTable({ caption, countedIn, rowTitle, columns, rows }: StatisticsTable): FileChild[] {
  const head = [rowTitle, ...columns]
  const width = Math.max(head.length, ...rows.map((row) => row.cells.length + 1))
  const bodyRows = rows.map(({ name, depth = 0, isTotal = false, cells }) => tableRow([
    tableCell(name, { alignment: AlignmentType.LEFT, isBold: isTotal, depth }),
    ...padded(cells, width - 1).map((cell) => tableCell(cell, { alignment: AlignmentType.RIGHT, isBold: isTotal })),
  ]))
  const widths = sharedWidths(askedWidths([padded(head, width), ...rows.map((row) => [row.name, ...padded(row.cells, width - 1)])]))
  return [...captionLine(caption), ...countedInLine(countedIn), table(widths, [...headRow(head, width), ...bodyRows]), gap()]
}

function headRow(head: string[], columns: number): TableRow[] {
  if (head.length === 0) return []
  const cells = padded(head, columns).map((cell) => tableCell(cell, { alignment: AlignmentType.CENTER, isHead: true }))
  return [new TableRow({ children: cells, tableHeader: true, cantSplit: true })]
}

const tableRow = (children: TableCell[]): TableRow => new TableRow({ children, cantSplit: true })

function table(widths: number[], rows: TableRow[]): Table {
  return new Table({
    rows,
    width: { size: typeWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    borders: rules,
  })
}

function tableCell(cell: Cell, { alignment, isHead = false, isBold = false, depth = 0 }: CellManner): TableCell {
  const { text, bold = false } = runOfCell(cell)
  const face = isHead ? fonts.hei : fonts.body
  const lines = writableText(text).split('\n')
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: lines.map((part) => new Paragraph({
      style: offGridStyle,
      alignment,
      indent: { left: depth * sizes.table * 10 },
      spacing: { line: 360, lineRule: LineRuleType.AT_LEAST },
      children: [run(part, { face, size: sizes.table, spacing: 0, bold: isBold || bold })],
    })),
  })
}

function captionLine(caption: string | undefined): FileChild[] {
  if (!caption || writableLine(caption) === '') return []
  return [line([run(caption, { face: fonts.hei })], { alignment: AlignmentType.CENTER, keepNext: true })]
}

function countedInLine(countedIn: string | undefined): FileChild[] {
  if (!countedIn) return []
  return [line([run(`单位：${countedIn}`, { size: sizes.table, spacing: 0 })], { alignment: AlignmentType.RIGHT, keepNext: true })]
}

/** A table may not touch the paragraph or the table after it. */
const gap = (): Paragraph => new Paragraph({ style: offGridStyle, spacing: { line: 200, lineRule: LineRuleType.EXACT }, children: [] })

/** Columns as wide as their longest cell asks, none so wide that it starves the others. */
function askedWidths(rows: Cell[][]): number[] {
  const columns = rows[0]?.length ?? 0
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map((row) => longestLine(runOfCell(row[column] ?? '').text)))
    return Math.min(Math.max(longest, 3), 16) + 1
  })
}

/** Shares as widths that are together the type width. */
function sharedWidths(asked: readonly number[]): number[] {
  const total = asked.reduce((sum, width) => sum + width, 0)
  const widths = asked.map((width) => Math.floor((typeWidth * width) / total))
  const rest = typeWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === 0 ? width + rest : width))
}

const longestLine = (text: string): number => Math.max(...writableText(text).split('\n').map(textWidth))

const padded = <T extends Cell>(cells: T[], length: number): (T | string)[] =>
  [...cells, ...Array.from({ length: Math.max(0, length - cells.length) }, () => '')]
