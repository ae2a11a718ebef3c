import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { download } from '#platform/http/module.ts'
import { mustReadBooks } from '../../access.ts'
import { month, type Difference, type Reconciliation } from '../../contract.ts'
import { getReconciliation } from '../../queries/bank/get-reconciliation.ts'
import { loadBook } from '../../queries/load-book.ts'
import { asDocument, asWorkbook } from '../statements/files.ts'
import { monthText, type StatementTable } from '../statements/tables.ts'

const Query = z.object({ bookId: id, accountId: id, month, format: z.enum(['xlsx', 'docx']).default('xlsx') })

/** The 银行存款余额调节表 as a workbook or on pages. */
export const exportReconciliation = download({
  path: '/ledger-reconciliation', operationId: 'exportReconciliation', summary: '导出银行存款余额调节表', query: Query,
  run: async (context, query) => {
    mustReadBooks(context.actor)
    const book = await loadBook(context, query.bookId)
    const table = tableOf(await getReconciliation(context, query))
    await recordAudit(context, {
      verb: 'statement.exported', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode,
      details: { table: 'reconciliation', month: query.month, format: query.format },
    })
    const fileName = `银行存款余额调节表${query.month}`
    return query.format === 'docx' ? asDocument(table, fileName) : asWorkbook(table, fileName)
  },
})

function tableOf(of: Reconciliation): StatementTable {
  // 减 says it already: the amounts stand without a sign.
  const group = (name: string, differences: readonly Difference[]) => [
    { name, isTotal: true, amountFen: differences.reduce((sum, { amountFen }) => sum + Math.abs(amountFen), 0) },
    ...differences.map(({ on, text, amountFen }) => ({ name: `　${on} ${text}`, amountFen: Math.abs(amountFen) })),
  ]
  return {
    title: '银行存款余额调节表', note: `编制单位：${of.holderName}　科目：${of.accountName}　截至${monthText(of.month)}末　单位：元`,
    columns: [{ key: 'name', title: '项目', width: 60 }, { key: 'amountFen', title: '金额', kind: 'money', width: 20 }],
    rows: [
      { name: '企业银行存款账面余额', isTotal: true, amountFen: of.bookFen }, ...group('加：银行已收、企业未收', of.bankIn), ...group('减：银行已付、企业未付', of.bankOut),
      { name: '调节后的账面余额', isTotal: true, amountFen: of.adjustedBookFen }, { name: '银行对账单余额', isTotal: true, amountFen: of.bankFen },
      ...group('加：企业已收、银行未收', of.bookIn), ...group('减：企业已付、银行未付', of.bookOut),
      { name: '调节后的对账单余额', isTotal: true, amountFen: of.adjustedBankFen },
    ],
  }
}
