import { escapeXml, makeInert } from './inert-text.ts'
import { fixedParts, sheetBeginning, sheetEnding, styleIndex } from './workbook-parts.ts'
import { zipParts } from './zip-stream.ts'
import { textOf } from '#platform/values/text.ts'

/**
 * How a value is written: 'text' as it reads; 'number' as a number; 'date' from YYYY-MM-DD as a date; 'money' from whole fen
 * as yuan with two places; 'instant' from a Date as Beijing wall-clock text.
 */
export type WrittenKind = 'text' | 'number' | 'date' | 'money' | 'instant'

/** One column of a table that leaves the house. */
export type WrittenColumn = {
  /** Name of the value in each row. */
  key: string
  title: string
  /** In characters of half width; a Chinese character takes two. 16 unless told. */
  width?: number
  /** 'text' unless told. */
  kind?: WrittenKind
}

export type WrittenTable = {
  /** Stands merged over all columns in the first row; no such row when absent. */
  title?: string
  sheetName: string
  columns: WrittenColumn[]
  rows: AsyncIterable<Record<string, unknown>> | Iterable<Record<string, unknown>>
}

/** Rows of one sheet, the most any spreadsheet program opens. */
export const mostRowsOfASheet = 1_048_576
const usualWidth = 16
const blockCharacters = 32 * 1024

/**
 * Writes a table as an .xlsx, byte by byte while its rows are being read: neither the rows nor the file are ever in memory at once.
 * Texts cannot become formulas (see makeInert). Written by hand because the library's stream knows no merged title.
 */
export function writeRows(table: WrittenTable): AsyncGenerator<Uint8Array> {
  if (table.columns.length === 0) throw new Error('a table needs at least one column')
  return zipParts([...fixedParts(table.sheetName), { name: 'xl/worksheets/sheet1.xml', content: inBlocks(sheetXml(table)) }])
}

async function* sheetXml(table: WrittenTable): AsyncGenerator<string> {
  const headerRows = table.title === undefined ? 1 : 2
  yield sheetBeginning(table.columns.map((column) => column.width ?? usualWidth), headerRows)
  if (table.title !== undefined) yield row(1, [stringCell('A1', table.title, styleIndex.title)], 30)
  const titles = table.columns.map(({ title }, index) => stringCell(`${columnName(index)}${headerRows}`, title, styleIndex.header))
  yield row(headerRows, titles, 22)
  let rowNumber = headerRows
  for await (const values of table.rows) {
    rowNumber++
    if (rowNumber > mostRowsOfASheet) throw new Error(`the table has more rows than a sheet holds (${mostRowsOfASheet})`)
    const cells = table.columns.map(({ key, kind = 'text' }, index) => cell(`${columnName(index)}${rowNumber}`, values[key], kind))
    yield row(rowNumber, cells)
  }
  yield sheetEnding(table.title !== undefined && table.columns.length > 1 ? `A1:${columnName(table.columns.length - 1)}1` : undefined)
}

/** Many rows are handed to the packer at once: one call a row would cost more than the packing. */
async function* inBlocks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let block = ''
  for await (const text of texts) {
    block += text
    if (block.length < blockCharacters) continue
    yield block
    block = ''
  }
  yield block
}

function row(rowNumber: number, cells: string[], height?: number): string {
  return `<row r="${rowNumber}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.join('')}</row>`
}

function cell(reference: string, value: unknown, kind: WrittenKind): string {
  if (value === null || value === undefined || value === '') return `<c r="${reference}" s="${styleIndex.text}"/>`
  if (kind === 'number') return numberCell(reference, value)
  if (kind === 'money') return rawNumberCell(reference, yuanOf(value), styleIndex.money)
  if (kind === 'date') return dateCell(reference, textOf(value))
  return textCell(reference, kind === 'instant' || value instanceof Date ? beijingTime(value) : textOf(value))
}

function textCell(reference: string, value: string): string {
  const { text, quoted } = makeInert(value)
  return stringCell(reference, text, quoted ? styleIndex.quoted : styleIndex.text)
}

function stringCell(reference: string, value: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(makeInert(value).text)}</t></is></c>`
}

/** A number with more digits than the format keeps is written as text, with all its digits. */
function numberCell(reference: string, value: unknown): string {
  const number = Number(value)
  if (!Number.isFinite(number)) throw new Error(`not a number for cell ${reference}`)
  if (Math.abs(number) >= 1e15) return textCell(reference, typeof value === 'number' ? BigInt(Math.trunc(value)).toString() : String(value))
  return rawNumberCell(reference, String(number), styleIndex.number)
}

const rawNumberCell = (reference: string, digits: string, style: number) => `<c r="${reference}" s="${style}"><v>${digits}</v></c>`

/** Days before March 1900 are counted differently by every program, so they are written as text. */
function dateCell(reference: string, value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '1900-03-01') return textCell(reference, value)
  const days = Math.round((Date.parse(`${value}T00:00:00Z`) - dayZero) / millisecondsOfADay)
  return Number.isNaN(days) ? textCell(reference, value) : rawNumberCell(reference, String(days), styleIndex.date)
}

/** By digits, not by division: fen are exact and so is what the accountant sees. */
function yuanOf(fen: unknown): string {
  const digits = String(fen)
  if (!/^-?\d+$/.test(digits)) throw new Error('an amount of money must be whole fen')
  const sign = digits.startsWith('-') ? '-' : ''
  const padded = digits.replace('-', '').padStart(3, '0')
  return `${sign}${padded.slice(0, -2)}.${padded.slice(-2)}`
}

function beijingTime(value: unknown): string {
  const instant = value instanceof Date ? value : new Date(String(value))
  return new Date(instant.getTime() + beijingOffset).toISOString().slice(0, 16).replace('T', ' ')
}

const millisecondsOfADay = 86_400_000
const dayZero = Date.UTC(1899, 11, 30)
const beijingOffset = 8 * 3_600_000

/** A, B … Z, AA … for 0, 1 … */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}
