import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { toCell, type Sheet, type SheetCell } from './cells.ts'
import { decodeTextTable } from './decode-text-table.ts'
import { inspectArchive, verifyDeclaredSizes } from './inspect-archive.ts'
import type { SheetLimits } from './limits.ts'
import { recogniseFormat } from './recognise-format.ts'
import { SheetRefusal } from './refusal.ts'

/** Name given to the one table of a text file, which has no sheet names. */
export const textTableName = '文本表格'

type RawValue = string | number | boolean | Date | null | undefined

/** Reads all sheets in this thread. Only the reading thread calls it; everyone else calls readWorkbook. */
export async function parseTables(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet[]> {
  if (recogniseFormat(bytes) === 'csv') return [parseTextTable(bytes, limits)]
  verifyDeclaredSizes(bytes, inspectArchive(bytes, limits))
  const workbook = await readXlsx(bytes)
  let cellsLeft = limits.maxCells
  return workbook.sheets.map((sheet) => {
    const rows = toRows(sheet.rows, cellsLeft)
    cellsLeft -= countCells(rows)
    const merges = (sheet.merges ?? []).map((range) => ({
      startRow: range.startRow, startColumn: range.startCol, endRow: range.endRow, endColumn: range.endCol,
    }))
    return { name: sheet.name, hidden: Boolean(sheet.hidden ?? sheet.veryHidden), rows, merges }
  })
}

function parseTextTable(bytes: Uint8Array, limits: SheetLimits): Sheet {
  const raw = parseCsv(decodeTextTable(bytes), { typeInference: false, skipEmptyRows: false })
  const rows = toRows(raw.map((row) => row.map(unwrapForcedText)), limits.maxCells)
  return { name: textTableName, hidden: false, rows, merges: [] }
}

/** ="0123" is how programs make a spreadsheet keep leading zeros in a .csv. */
function unwrapForcedText(value: RawValue): RawValue {
  return typeof value === 'string' ? (/^="([^"]*)"$/.exec(value)?.[1] ?? value) : value
}

/** Blank cells and lines at the end are formatting, not content; blank lines in between stay, or row numbers would shift. */
function toRows(raw: RawValue[][], cellsLeft: number): SheetCell[][] {
  const rows: SheetCell[][] = []
  let count = 0
  for (const values of raw.slice(0, lastFilledIndex(raw, (row) => row.some(isFilled)) + 1)) {
    const filled = values.slice(0, lastFilledIndex(values, isFilled) + 1)
    count += filled.length
    if (count > cellsLeft) throw new SheetRefusal('TOO_MANY_CELLS')
    rows.push(filled.map(toCell))
  }
  return rows
}

const isFilled = (value: RawValue) => value !== null && value !== undefined && value !== ''
const countCells = (rows: SheetCell[][]) => rows.reduce((total, row) => total + row.length, 0)

function lastFilledIndex<Item>(items: Item[], filled: (item: Item) => boolean): number {
  let index = items.length - 1
  while (index >= 0 && !filled(items[index] as Item)) index--
  return index
}
