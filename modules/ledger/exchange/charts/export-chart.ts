import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { download } from '#platform/http/module.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { mustReadBooks } from '../../access.ts'
import { listAccounts } from '../../queries/books/list-accounts.ts'
import { loadBook } from '../../queries/load-book.ts'
import { chartColumns } from '../../rules/charts/read-accounts.ts'
import { sheetType } from '../statements/files.ts'

const kinds = { asset: '资产', liability: '负债', 'net-asset': '净资产', income: '收入', cost: '费用' }
const duties = { cash: '现金', bank: '银行', unrestricted: '非限定', restricted: '限定' }
const classes = { charity: '慈善活动支出', administration: '管理费用', fundraising: '筹资费用', other: '其他费用' }

/** A chart as a workbook: to keep, and to make the next one from. */
export const exportChart = download({
  path: '/ledger-chart', operationId: 'exportChart', summary: '导出科目表', query: z.object({ bookId: id, chartId: id.optional() }),
  run: async (context, query) => {
    mustReadBooks(context.actor)
    const book = await loadBook(context, query.bookId)
    const { items } = await listAccounts(context, query)
    const codes = new Map(items.map((account) => [account.id, account.code]))
    await recordAudit(context, {
      verb: 'statement.exported', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, details: { table: 'chart', format: 'xlsx' },
    })
    const rows = items.map((account) => ({
      code: account.code, name: account.name, kind: kinds[account.kind], side: account.side === 'debit' ? '借' : '贷',
      parent: codes.get(account.parentId ?? '') ?? '', duty: account.duty === null ? '' : duties[account.duty],
      costClass: account.costClass === null ? '' : classes[account.costClass], formCode: account.formCode ?? '',
    }))
    const columns = chartColumns.map(({ key, title }) => ({ key, title, width: key === 'name' ? 30 : 16 }))
    return { fileName: '科目表.xlsx', contentType: sheetType, body: writeRows({ sheetName: '科目表', columns, rows }) }
  },
})
