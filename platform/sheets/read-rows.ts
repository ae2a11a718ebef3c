import { cleanText, hasFullWidthDigits } from '#platform/values/text.ts'
import type { Sheet, SheetCell } from './cells.ts'
import type { ColumnSpec } from './find-header.ts'

/** One filled line of the user's table. */
export type TableRow = {
  /** Row as the user sees it, from 1. */
  rowNumber: number
  /** Text for every mapped key, full-width digits and stray spaces made regular; empty when the cell is blank. */
  values: Record<string, string>
  /** Keys whose number has lost its last digits in the file itself and must be typed again as text. */
  precisionLost: string[]
  /** Keys whose digits stand in full width in the file: regular in `values`, but money is typed anew, not guessed. */
  fullWidth: string[]
}

/** The lines below the header that hold anything in a mapped column, without an example line left over from our template. */
export function* readRows(
  sheet: Sheet,
  header: { rowNumber: number },
  mapping: Record<string, number>,
  columns: ColumnSpec[] = [],
): Generator<TableRow> {
  for (let index = header.rowNumber; index < sheet.rows.length; index++) {
    const row = readRow(sheet.rows[index] ?? [], index + 1, mapping)
    if (Object.values(row.values).every((text) => text === '') || isExample(row.values, columns)) continue
    yield row
  }
}

function readRow(cells: SheetCell[], rowNumber: number, mapping: Record<string, number>): TableRow {
  const values: Record<string, string> = {}
  const precisionLost: string[] = []
  const fullWidth: string[] = []
  for (const [key, columnIndex] of Object.entries(mapping)) {
    const cell = cells[columnIndex]
    values[key] = cell ? cleanText(cell.text) : ''
    if (cell?.precisionLost) precisionLost.push(key)
    if (cell && hasFullWidthDigits(cell.text)) fullWidth.push(key)
  }
  return { rowNumber, values, precisionLost, fullWidth }
}

/** At least two values, all as in the examples: one alone (汉族) may well be somebody's. */
function isExample(values: Record<string, string>, columns: ColumnSpec[]): boolean {
  const filled = columns.filter((column) => (values[column.key] ?? '') !== '')
  return filled.length >= 2 && filled.every((column) => values[column.key] === cleanText(column.example))
}
