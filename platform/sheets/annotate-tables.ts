import { parseCsv, writeCsv } from 'hucre/csv'
import { openXlsx, saveXlsx, type Cell, type CellStyle, type CellValue, type Sheet as LibrarySheet } from 'hucre/xlsx'
import { decodeTextTable } from './decode-text-table.ts'
import { inspectArchive, verifyDeclaredSizes } from './inspect-archive.ts'
import type { SheetLimits } from './limits.ts'
import { textTableName } from './parse-tables.ts'
import { recogniseFormat } from './recognise-format.ts'
import { SheetRefusal } from './refusal.ts'

/** One thing wrong in an uploaded table, said in a sentence its owner understands. */
export type SheetProblem = {
  /** Row as the user sees it, from 1. */
  rowNumber: number
  /** Column from 0; absent when the whole row is meant. */
  columnIndex?: number
  message: string
}

/** How the result column is written. */
export type AnnotationOptions = {
  /** Row of the headers, from 1: the result column's title is written there. Row 1 unless told. */
  headerRowNumber?: number
  /** Written beside filled rows below the header that have no problem; nothing unless told. */
  goodRowText?: string
}

export type AnnotationTask = AnnotationOptions & {
  kind: 'annotate'
  bytes: Uint8Array
  sheetName: string
  problems: SheetProblem[]
  limits: SheetLimits
}

/** Title of the column added at the right end; uploading the same file again reuses it. */
export const resultColumnTitle = '导入结果'
/** By this author our remarks are known again when the corrected file comes back. */
export const remarkAuthor = '导入检查'
/** Divides the user's own remark from ours in one cell. */
const remarkMark = '\n【导入检查】'
const badFill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } as const
const beginsFormula = /^[=+\-@\t\r]/
const widthOfResults = 48

/** Writes the problems into the user's own file, in this thread. Only the reading thread calls it. */
export async function annotateTables(task: AnnotationTask): Promise<Uint8Array> {
  if (recogniseFormat(task.bytes) === 'csv') return annotateTextTable(task)
  verifyDeclaredSizes(task.bytes, inspectArchive(task.bytes, task.limits))
  const workbook = await openXlsx(task.bytes, { readStyles: true })
  const sheet = workbook.sheets.find((candidate) => candidate.name === task.sheetName)
  if (!sheet) throw new SheetRefusal('SHEET_NOT_FOUND')
  sheet.cells ??= new Map()
  clearEarlierRemarks(sheet)
  markBadCells(sheet, task.problems)
  writeResultColumn(sheet, task)
  return saveXlsx(workbook)
}

function annotateTextTable(task: AnnotationTask): Uint8Array {
  if (task.sheetName !== textTableName) throw new SheetRefusal('SHEET_NOT_FOUND')
  const rows = parseCsv(decodeTextTable(task.bytes), { typeInference: false, skipEmptyRows: false })
  const column = findResultColumn(rows, task)
  for (const { row, text } of resultTexts(rows, column, task)) setValue(rows, row, column, beginsFormula.test(text) ? `'${text}` : text)
  return new TextEncoder().encode(writeCsv(rows, { bom: true, lineSeparator: '\r\n' }))
}

/** Takes our own remarks and colours of an earlier round away, and leaves the user's own. */
function clearEarlierRemarks(sheet: LibrarySheet): void {
  for (const [key, cell] of sheet.cells ?? []) {
    const { comment, style, ...rest } = cell
    if (!comment || (comment.author !== remarkAuthor && !comment.text.includes(remarkMark))) continue
    const isOurs = comment.author === remarkAuthor
    const ownText = comment.text.split(remarkMark)[0] ?? ''
    sheet.cells?.set(key, {
      ...rest,
      ...(style ? { style: withoutBadFill(style) } : {}),
      ...(isOurs ? {} : { comment: { ...comment, text: ownText } }),
    })
  }
}

/** A problem of a whole row is pinned to its first cell, where the eye begins. */
function markBadCells(sheet: LibrarySheet, problems: SheetProblem[]): void {
  const byCell = groupBy(problems, (problem) => `${problem.rowNumber - 1},${problem.columnIndex ?? 0}`)
  for (const [key, found] of byCell) {
    const [row = 0, column = 0] = key.split(',').map(Number)
    const cell = cellAt(sheet, row, column)
    const remark = found.map((problem) => problem.message).join('；')
    const comment = cell.comment
      ? { ...cell.comment, text: `${cell.comment.text}${remarkMark}${remark}` }
      : { author: remarkAuthor, text: remark }
    sheet.cells?.set(key, { ...cell, style: { ...cell.style, fill: badFill }, comment })
  }
}

function writeResultColumn(sheet: LibrarySheet, task: AnnotationTask): void {
  const column = findResultColumn(sheet.rows, task)
  const headerStyle = sheet.cells?.get(`${headerRowOf(task)},${Math.max(0, column - 1)}`)?.style
  for (const { row, text, kind } of resultTexts(sheet.rows, column, task)) {
    const value = text === '' ? null : text
    setValue(sheet.rows, row, column, value)
    const style = kind === 'header' ? headerStyle : { alignment: { wrapText: true }, ...(kind === 'bad' ? { fill: badFill } : {}) }
    sheet.cells?.set(`${row},${column}`, { value, type: typeOf(value), ...(style ? { style } : {}) })
  }
  const columns = Array.from({ length: Math.max(column + 1, sheet.columns?.length ?? 0) }, (_, index) => sheet.columns?.[index] ?? {})
  columns[column] = { ...columns[column], width: widthOfResults }
  sheet.columns = columns
}

type ResultText = { row: number; text: string; kind: 'header' | 'good' | 'bad' }

/** What the result column says: its title, the problems of each bad row, and the given word beside the other filled rows. */
function resultTexts(rows: CellValue[][], column: number, task: AnnotationTask): ResultText[] {
  const byRow = groupBy(task.problems, (problem) => problem.rowNumber - 1)
  const texts: ResultText[] = [{ row: headerRowOf(task), text: resultColumnTitle, kind: 'header' }]
  for (const [row, found] of byRow) texts.push({ row, text: found.map((problem) => problem.message).join('；'), kind: 'bad' })
  for (let row = headerRowOf(task) + 1; row < rows.length; row++) {
    const isFilled = (rows[row] ?? []).some((value, at) => at !== column && value !== null && value !== '')
    if (isFilled && !byRow.has(row)) texts.push({ row, text: task.goodRowText ?? '', kind: 'good' })
  }
  return texts
}

function findResultColumn(rows: CellValue[][], task: AnnotationTask): number {
  const header = rows[headerRowOf(task)] ?? []
  const existing = header.indexOf(resultColumnTitle)
  return existing >= 0 ? existing : rows.reduce((widest, row) => Math.max(widest, lastFilled(row) + 1), 0)
}

const lastFilled = (row: CellValue[]) => row.findLastIndex((value) => value !== null && value !== '')
const headerRowOf = (task: AnnotationTask) => (task.headerRowNumber ?? 1) - 1

function cellAt(sheet: LibrarySheet, row: number, column: number): Cell {
  const value = sheet.rows[row]?.[column] ?? null
  if (value === null) setValue(sheet.rows, row, column, null)
  return sheet.cells?.get(`${row},${column}`) ?? { value, type: typeOf(value) }
}

function typeOf(value: CellValue): Cell['type'] {
  if (value === null) return 'empty'
  if (value instanceof Date) return 'date'
  return typeof value as 'string' | 'number' | 'boolean'
}

function setValue(rows: CellValue[][], row: number, column: number, value: CellValue): void {
  while (rows.length <= row) rows.push([])
  const cells = rows[row] ?? []
  while (cells.length <= column) cells.push(null)
  cells[column] = value
}

function withoutBadFill(style: CellStyle): CellStyle {
  const { fill, ...rest } = style
  const isOurs = fill?.type === 'pattern' && fill.fgColor?.rgb === badFill.fgColor.rgb
  return isOurs || !fill ? rest : { ...rest, fill }
}

function groupBy<Item, Key>(items: Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
