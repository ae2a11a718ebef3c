import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustReadBooks } from '../../access.ts'
import { month, statementForms, type DetailRow } from '../../contract.ts'
import { loadBook } from '../../queries/load-book.ts'
import { getGeneralLedger } from '../../queries/statements/get-general-ledger.ts'
import { getStatement } from '../../queries/statements/get-statement.ts'
import { getTrialBalance } from '../../queries/statements/get-trial-balance.ts'
import { getVoucherSummary } from '../../queries/statements/get-voucher-summary.ts'
import { listDetails } from '../../queries/statements/list-details.ts'
import { asDocument, asWorkbook, sheetType } from './files.ts'
import { detailCells, detailColumns, generalTable, monthText, statementTable, summaryTable, trialTable, type StatementTable } from './tables.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'

/** What can be taken out as a file. */
export const exportedTables = [...statementForms, 'trial-balance', 'general-ledger', 'voucher-summary'] as const
const format = z.enum(['xlsx', 'docx']).default('xlsx')
const TableQuery = z.object({ bookId: id, table: z.enum(exportedTables), month, format })
const DetailQuery = z.object({ bookId: id, accountId: id, fromMonth: month, untilMonth: month, format })

/** Pages hold this many lines of a 明细账; more are for a workbook. */
export const mostLinesOfPages = 2000
const batch = 1000

/** A statement, the 科目余额表, the 总账 of the month's year or the 凭证汇总 as a workbook or on pages. */
export const exportStatement = download({
  path: '/ledger-statement', operationId: 'exportStatement', summary: '导出报表和账表', query: TableQuery,
  run: async (context, query) => {
    mustReadBooks(context.actor)
    const book = await loadBook(context, query.bookId)
    const table = await tableOf(context, query)
    await told(context, book, query)
    const fileName = `${table.title.replace(/（.*）$/, '')}${query.month}`
    return query.format === 'docx' ? asDocument(table, fileName) : asWorkbook(table, fileName)
  },
})

/** The 明细账 of an account, streamed as a workbook, or on pages while it is short. */
export const exportDetails = download({
  path: '/ledger-details', operationId: 'exportDetails', summary: '导出明细账', query: DetailQuery,
  run: async (context, query) => {
    mustReadBooks(context.actor)
    const book = await loadBook(context, query.bookId)
    const { total, code, name } = await listDetails(context, { ...query, limit: 1 })
    if (query.format === 'docx' && total > mostLinesOfPages) {
      throw new InvalidInput([{ path: ['format'], message: `明细超过${mostLinesOfPages}行，请导出为表格或缩短期间` }])
    }
    await told(context, book, { table: 'details', month: query.untilMonth, format: query.format })
    return detailFile(context, query, `明细账 ${code} ${name}（${monthText(query.fromMonth)}至${monthText(query.untilMonth)}）`)
  },
})

type Table = z.output<typeof TableQuery>

async function tableOf(context: Context, { bookId, table, month: of }: Table): Promise<StatementTable> {
  const wish = { bookId, month: of }
  switch (table) {
    case 'trial-balance': return trialTable(await getTrialBalance(context, wish))
    case 'general-ledger': return generalTable(await getGeneralLedger(context, { bookId, year: Math.floor(of / 100) }))
    case 'voucher-summary': return summaryTable(await getVoucherSummary(context, wish))
    default: return statementTable(await getStatement(context, { ...wish, form: table }).catch(asMissing))
  }
}

/** A month without a form is a page that does not exist. */
function asMissing(problem: unknown): never {
  throw problem instanceof Refusal && problem.code === 'FORM_MISSING' ? new Refusal('NOT_FOUND') : problem
}

async function detailFile(context: Context, query: z.output<typeof DetailQuery>, title: string): Promise<Download> {
  if (query.format === 'xlsx') {
    return {
      fileName: `${title}.xlsx`, contentType: sheetType,
      body: writeRows({ title, sheetName: '明细账', columns: detailColumns, rows: cells(readDetails(context, query)) }),
    }
  }
  const rows: Record<string, unknown>[] = []
  for await (const row of cells(readDetails(context, query))) rows.push(row)
  return asDocument({ title: '明细账', note: title, columns: detailColumns, rows }, title)
}

async function* cells(rows: AsyncIterable<DetailRow>): AsyncGenerator<Record<string, unknown>> {
  for await (const row of rows) yield detailCells(row)
}

async function* readDetails(context: Context, query: z.output<typeof DetailQuery>): AsyncGenerator<DetailRow> {
  for (let after: string | undefined; ;) {
    const page = await listDetails(context, { ...query, limit: batch, ...(after === undefined ? {} : { after }) })
    yield* page.items
    if (page.next === null) return
    after = page.next
  }
}

const told = (context: Context, { id: subjectId, scopeCode }: { id: string; scopeCode: string }, of: { table: string; month: number; format: string }) =>
  recordAudit(context, {
    verb: 'statement.exported', subjectKind: 'book', subjectId, scopeCode, details: { table: of.table, month: of.month, format: of.format },
  })
