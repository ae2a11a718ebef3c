/** What a cell held in the file. A date in a text cell is 'text'. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'empty'

/** One cell as plain text, so that nothing downstream depends on the library that read it. */
export type SheetCell = {
  /** Text as written; a number with its digits; a date as YYYY-MM-DD; a boolean as 是 or 否; empty for a blank. */
  text: string
  kind: CellKind
  /** Time of day HH:MM:SS, only for a date cell that has one, or for a pure time cell, whose text it is too. */
  time?: string
  /** The file stores a number of more than 15 digits: its last digits are already lost. */
  precisionLost?: true
}

/** A block of merged cells, 0-based, ends included; only the first cell of it carries the text. */
export type MergedRange = { startRow: number; startColumn: number; endRow: number; endColumn: number }

/** One worksheet: rows[0] is row 1 of the file, and blank lines are kept so that row numbers stay those the user sees. */
export type Sheet = { name: string; hidden: boolean; rows: SheetCell[][]; merges: MergedRange[] }

const digitsAnExcelNumberKeeps = 15
const emptyCell: SheetCell = Object.freeze({ text: '', kind: 'empty' })
/** What a spreadsheet leaves of a long number that was saved as .csv: 1.10101E+17. */
const scientificRemainder = /^\d(\.\d+)?E\+(1[5-9]|[2-9]\d)$/i

/** Turns what a reading library gives for one cell into our plain cell. */
export function toCell(value: string | number | boolean | Date | null | undefined): SheetCell {
  if (value === null || value === undefined || value === '') return emptyCell
  if (typeof value === 'string') return scientificRemainder.test(value) ? { ...textCell(value), precisionLost: true } : textCell(value)
  if (typeof value === 'number') return numberCell(value)
  if (typeof value === 'boolean') return { text: value ? '是' : '否', kind: 'boolean' }
  return dateCell(value)
}

const textCell = (text: string): SheetCell => ({ text, kind: 'text' })

/** A binary fraction is shown with the 15 digits a spreadsheet shows, never in scientific notation. */
function numberCell(value: number): SheetCell {
  if (!Number.isFinite(value)) return textCell(String(value))
  const text = plainDigits(Number.isInteger(value) ? value : Number(value.toPrecision(digitsAnExcelNumberKeeps)))
  return Math.abs(value) >= 10 ** digitsAnExcelNumberKeeps ? { text, kind: 'number', precisionLost: true } : { text, kind: 'number' }
}

function plainDigits(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}

/** The library gives the wall clock of the cell as UTC; a time without a day lies before the first day a sheet can hold. */
function dateCell(value: Date): SheetCell {
  if (Number.isNaN(value.getTime())) return textCell('')
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const day = rounded.slice(0, 10)
  const time = rounded.slice(11, 19)
  if (day < '1900-01-01') return { text: time, kind: 'date', time }
  return time === '00:00:00' ? { text: day, kind: 'date' } : { text: day, kind: 'date', time }
}
