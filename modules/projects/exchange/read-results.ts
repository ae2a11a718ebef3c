import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Sheet } from '#platform/sheets/cells.ts'
import { findHeader, proposeMapping, type ColumnSpec } from '#platform/sheets/find-header.ts'
import { readRows } from '#platform/sheets/read-rows.ts'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { SheetRefusal } from '#platform/sheets/refusal.ts'
import type { ResultLine } from '../rules/results.ts'

/** Columns of a bank's file of results; banks name them differently. */
const columns: ColumnSpec[] = [
  { key: 'seq', title: '序号', synonyms: ['顺序号', '编号', '明细序号'], required: true, example: '1' },
  { key: 'account', title: '收款账号', synonyms: ['收款人账号', '账号', '卡号', '收款方账号'], required: true, example: '6222021234567890128' },
  { key: 'amount', title: '金额', synonyms: ['金额（元）', '交易金额', '付款金额', '转账金额'], required: true, example: '500.00' },
  { key: 'outcome', title: '结果', synonyms: ['处理结果', '交易状态', '处理状态', '状态', '交易结果'], required: true, example: '成功' },
  { key: 'reason', title: '失败原因', synonyms: ['原因', '返回信息', '备注', '错误信息', '失败信息'], required: false, example: '户名不符' },
]

/** Reads the lines of a bank's file of results, .xlsx or .csv. */
export async function readResultFile(bytes: Uint8Array): Promise<ResultLine[]> {
  for (const sheet of await readSheets(bytes)) {
    const header = findHeader(sheet, columns)
    if (header === undefined) continue
    const mapping = Object.fromEntries(proposeMapping(header.headers, columns).matches.map(({ key, columnIndex }) => [key, columnIndex]))
    if (columns.some(({ key, required }) => required && mapping[key] === undefined)) continue
    const lines = [...readRows(sheet, header, mapping)].map(({ rowNumber, values, fullWidth }): ResultLine => ({
      rowNumber, seq: values['seq'] ?? '', account: values['account'] ?? '', amount: values['amount'] ?? '', outcome: values['outcome'] ?? '',
      reason: values['reason'] ?? '', isAmountFullWidth: fullWidth.includes('amount'),
    }))
    if (lines.length > 0) return lines
  }
  throw new Refusal('RESULTS_UNREADABLE')
}

async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return await readWorkbook(bytes)
  } catch (error) {
    if (error instanceof SheetRefusal) throw new InvalidInput([{ path: ['file'], message: error.message }])
    throw error
  }
}
