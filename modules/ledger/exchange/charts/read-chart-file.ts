import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Sheet } from '#platform/sheets/cells.ts'
import { findHeader, proposeMapping } from '#platform/sheets/find-header.ts'
import { readRows } from '#platform/sheets/read-rows.ts'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { SheetRefusal } from '#platform/sheets/refusal.ts'
import type { CellProblem } from '../../contract.ts'
import { chartColumns, readChart, type NewChartAccount, type RowProblem } from '../../rules/charts/read-accounts.ts'

/** Most problems that are shown at once. */
const mostProblems = 200

/** Accounts of a workbook as an office program writes it; refused with every wrong cell where there is one. */
export async function readChartFile(file: File): Promise<NewChartAccount[]> {
  const sheet = largestOf(await readSheets(new Uint8Array(await file.arrayBuffer())))
  const header = sheet === undefined ? undefined : findHeader(sheet, chartColumns)
  if (sheet === undefined || header === undefined) throw noTable(chartColumns.filter(({ required }) => required).map(({ title }) => title))
  const { mapping, missing } = proposeMapping(header.headers, chartColumns)
  if (missing.length > 0) throw noTable(missing.map(({ title }) => title))
  // An example line of a template is an account like any other here: 1001 库存现金 is one indeed.
  const rows = [...readRows(sheet, header, mapping)]
  if (rows.length === 0) throw new InvalidInput([{ path: ['file'], message: '文件里没有科目，请检查后重新选择文件' }])
  const { accounts, problems } = readChart(rows)
  if (problems.length > 0) {
    throw new Refusal('CELLS_WRONG', { count: problems.length, problems: problems.slice(0, mostProblems).map((problem) => cellOf(problem, { rows, mapping })) })
  }
  return accounts
}

const noTable = (titles: readonly string[]) =>
  new InvalidInput([{ path: ['file'], message: `没有找到这些列：${titles.join('、')}。请下载现有科目表照着填写` }])

async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return await readWorkbook(bytes)
  } catch (error) {
    if (error instanceof SheetRefusal) throw new InvalidInput([{ path: ['file'], message: error.message }])
    throw error
  }
}

function largestOf(sheets: readonly Sheet[]): Sheet | undefined {
  const shown = sheets.filter(({ hidden }) => !hidden)
  return (shown.length > 0 ? shown : sheets).toSorted((one, other) => other.rows.length - one.rows.length)[0]
}

type Table = { rows: readonly { rowNumber: number; values: Record<string, string> }[]; mapping: Record<string, number> }

function cellOf({ rowNumber, key, message }: RowProblem, { rows, mapping }: Table): CellProblem {
  const at = key === undefined ? undefined : mapping[key]
  const title = key === undefined ? '' : chartColumns.find((column) => column.key === key)?.title ?? ''
  const text = key === undefined ? '' : rows.find((row) => row.rowNumber === rowNumber)?.values[key] ?? ''
  return { row: rowNumber, column: at === undefined ? '' : columnName(at), title, text: text.slice(0, 60), message }
}

/** Letters of a column, A from 0. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + at % 26)
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}
