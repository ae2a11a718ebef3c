import type { WrittenColumn } from '#platform/sheets/write-stream.ts'
import type { DetailRow, GeneralLedger, Statement, StatementColumn, StatementLine, TrialBalance, VoucherSummary } from '../../contract.ts'

/** A table of accounts that leaves the house: as a sheet, and in parts as pages. */
export type StatementTable = {
  title: string
  /** Who draws it up, for when, in what. */
  note: string
  columns: WrittenColumn[]
  rows: Record<string, unknown>[]
  /** How it stands on pages where it is too wide for one table; the table itself where it is not. */
  parts?: { caption: string; columns: WrittenColumn[]; rows: Record<string, unknown>[] }[]
}

/** A month as it is written: 2026年3月. */
export const monthText = (month: number): string => `${Math.floor(month / 100)}年${month % 100}月`
const noteOf = (holderName: string, when: string) => `编制单位：${holderName}　${when}　单位：元`
const money = (key: string, title: string, width = 18): WrittenColumn => ({ key, title, kind: 'money', width })
const accountColumns: WrittenColumn[] = [{ key: 'code', title: '科目编号', width: 14 }, { key: 'name', title: '科目名称', width: 26 }]

const columnTitles: Record<StatementColumn, string> = {
  opening: '年初数', closing: '期末数', month: '本月数', year: '本年累计数', 'month-unrestricted': '本月非限定性', 'month-restricted': '本月限定性', 'month-total': '本月合计',
  'year-unrestricted': '本年累计非限定性', 'year-restricted': '本年累计限定性', 'year-total': '本年累计合计',
}

/** A statement on its form. */
export function statementTable(statement: Statement): StatementTable {
  const head = { title: `${statement.name}（${statement.number}）`, note: noteOf(statement.holderName, monthText(statement.month)) }
  if (statement.form !== 'balance-sheet') return { ...head, ...linesTable(statement, { lines: statement.lines, title: '项目' }) }
  const halves = (['assets', 'funding'] as const).map((part) => statement.lines.filter((line) => line.part === part))
  const [assets = [], funding = []] = halves
  const [left, right] = [linesTable(statement, { lines: assets, title: '资产' }), linesTable(statement, { lines: funding, title: '负债和净资产' })]
  const renamed = (row: Record<string, unknown> | undefined) => Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [`right-${key}`, value]))
  return {
    ...head, columns: [...left.columns, ...right.columns.map((column) => ({ ...column, key: `right-${column.key}` }))],
    rows: Array.from({ length: Math.max(left.rows.length, right.rows.length) }, (_, at) => ({ ...left.rows[at], ...renamed(right.rows[at]) })),
    parts: [{ caption: '资产', ...left }, { caption: '负债和净资产', ...right }],
  }
}

function linesTable({ columns }: Statement, { lines, title }: { lines: readonly StatementLine[]; title: string }) {
  return {
    columns: [{ key: 'name', title, width: 34 }, { key: 'number', title: '行次', kind: 'number' as const, width: 8 },
      ...columns.map((column) => money(column, columnTitles[column]))],
    rows: lines.map((line): Record<string, unknown> => ({
      name: `${'　'.repeat(line.depth)}${line.name}`, number: line.number, isTotal: line.isTotal,
      ...Object.fromEntries(columns.map((column, at) => [column, line.figures[at]])),
    })),
  }
}

const sided = (fen: number) => ({ debit: fen > 0 ? fen : null, credit: fen < 0 ? -fen : null })

/** The 科目余额表 with both columns of each balance. */
export function trialTable(trial: TrialBalance): StatementTable {
  const { totals } = trial
  return {
    title: '科目余额表', note: noteOf(trial.holderName, monthText(trial.month)),
    columns: [...accountColumns, money('openingDebit', '期初借方'), money('openingCredit', '期初贷方'), money('debitFen', '本期借方'), money('creditFen', '本期贷方'),
      money('yearDebitFen', '本年累计借方'), money('yearCreditFen', '本年累计贷方'), money('closingDebit', '期末借方'), money('closingCredit', '期末贷方')],
    rows: [...trial.rows.map((row) => {
      const [opening, closing] = [sided(row.openingFen), sided(row.closingFen)]
      return {
        ...row, name: `${'　'.repeat(row.depth)}${row.name}`, openingDebit: opening.debit, openingCredit: opening.credit, closingDebit: closing.debit,
        closingCredit: closing.credit,
      }
    }), {
      ...totals, name: '合计', isTotal: true, openingDebit: totals.openingDebitFen, openingCredit: totals.openingCreditFen, closingDebit: totals.closingDebitFen,
      closingCredit: totals.closingCreditFen,
    }],
  }
}

const direction = (fen: number) => (fen === 0 ? '平' : fen > 0 ? '借' : '贷')

/** The 总账 of a year. */
export function generalTable(ledger: GeneralLedger): StatementTable {
  const balance = (fen: number) => ({ direction: direction(fen), balanceFen: Math.abs(fen) })
  return {
    title: '总账', note: noteOf(ledger.holderName, `${ledger.year}年`),
    columns: [...accountColumns, { key: 'when', title: '期间', width: 14 }, money('debitFen', '借方'), money('creditFen', '贷方'),
      { key: 'direction', title: '方向', width: 8 }, money('balanceFen', '余额')],
    rows: ledger.accounts.flatMap(({ code, name, openingFen, months }) => [
      { code, name, when: '年初余额', ...balance(openingFen) },
      ...months.map(({ month, debitFen, creditFen, balanceFen }) => ({ code, name, when: monthText(month), debitFen, creditFen, ...balance(balanceFen) })),
    ]),
  }
}

/** Columns of the 明细账. */
export const detailColumns: WrittenColumn[] = [
  { key: 'datedOn', title: '日期', kind: 'date', width: 14 }, { key: 'voucher', title: '凭证号', width: 14 }, { key: 'memo', title: '摘要', width: 34 },
  { key: 'accountName', title: '科目', width: 24 }, { key: 'fundName', title: '资金', width: 20 }, money('debitFen', '借方'), money('creditFen', '贷方'),
  money('balanceFen', '余额（借正贷负）'),
]
/** A line of the 明细账 as it is written. */
export const detailCells = (row: DetailRow): Record<string, unknown> => ({
  ...row, accountName: `${row.accountCode} ${row.accountName}`, voucher: row.voucherNumber === null ? '' : `记-${row.month % 100}-${row.voucherNumber}`,
  debitFen: row.debitFen === 0 ? null : row.debitFen, creditFen: row.creditFen === 0 ? null : row.creditFen,
})

/** The 凭证汇总 of a month. */
export function summaryTable(summary: VoucherSummary): StatementTable {
  const numbers = summary.firstNumber === null ? '没有凭证' : `第${summary.firstNumber}号至第${summary.lastNumber}号，共${summary.vouchers}张，附单据${summary.papers}张`
  return {
    title: '凭证汇总表', note: `${noteOf(summary.holderName, monthText(summary.month))}　${numbers}`,
    columns: [...accountColumns, money('debitFen', '借方'), money('creditFen', '贷方')],
    rows: [...summary.rows.map((row) => ({ ...row })), { name: '合计', isTotal: true, debitFen: summary.debitFen, creditFen: summary.creditFen }],
  }
}
