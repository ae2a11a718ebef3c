import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { makeInert } from '#platform/sheets/inert-text.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { formatYuan } from '#platform/values/money.ts'
import { mustPayAwards } from '../access.ts'
import { countFile, recordBatch } from '../commands/steps/write-batch.ts'
import { paymentFileRefusals } from '../contract.ts'
import { lockAwards, type HeldAward } from '../queries/lock-award.ts'
import { lockBatch, mustBeFrozenList, readRows, type HeldRow } from '../queries/lock-batch.ts'
import { openPayee, payeeHashOf } from '../queries/row-key.ts'

/** What the bank is asked to pay: one line for each row of an approved batch that is not answered yet. The only paper with whole account numbers. */
export const makePaymentFile = download({
  path: '/award-batches/payment-file', operationId: 'makePaymentFile', summary: '生成银行付款文件（含完整账号，留痕）',
  query: z.object({ id, format: z.enum(['xlsx', 'csv']).default('xlsx') }), errors: paymentFileRefusals, run: makeFile,
})

const columns: WrittenColumn[] = [
  { key: 'seq', title: '序号', width: 8, kind: 'number' }, { key: 'name', title: '收款人姓名' }, { key: 'account', title: '收款账号', width: 26 },
  { key: 'bank', title: '开户银行', width: 30 }, { key: 'amountFen', title: '金额（元）', width: 14, kind: 'money' }, { key: 'purpose', title: '用途', width: 30 },
]

async function makeFile(context: Context, input: { id: string; format: 'xlsx' | 'csv' }): Promise<Download> {
  mustPayAwards(context.actor)
  const batch = await lockBatch(context, { step: 'pay', id: input.id })
  const rows = await readRows(context, batch.id)
  mustBeFrozenList(batch, rows)
  const awards = await lockAwards(context, rows.map(({ awardId }) => awardId))
  const lines = rows.filter(({ outcome }) => outcome === null).map((row) => lineOf(context, { row, award: awards.get(row.awardId), title: batch.title }))
  await countFile(context, batch)
  const details = { format: input.format, rowsCount: lines.length, filesMade: batch.filesMade + 1, awardIds: rows.map(({ awardId }) => awardId) }
  await recordBatch(context, batch, { verb: 'award-payment-file.made', details })
  const fileName = `付款文件${context.today}-${batch.id.slice(-6)}.${input.format}`
  if (input.format === 'csv') return { fileName, contentType: 'text/csv; charset=utf-8', body: csvOf(lines) }
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { fileName, contentType, body: writeRows({ sheetName: '付款', columns, rows: lines }) }
}

type Line = { seq: number; name: string; account: string; bank: string; amountFen: number; purpose: string }

function lineOf(context: Context, { row, award, title }: { row: HeldRow; award: HeldAward | undefined; title: string }): Line {
  const payee = award === undefined ? null : openPayee(context, award, award.sealedPayee)
  if (award?.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  const isApproved = payee !== null && row.payeeHash !== null && payeeHashOf(context, payee).equals(row.payeeHash)
  if (!isApproved) throw new Error('a payee is not the one that was approved')
  return { seq: row.seq, ...payee, amountFen: row.amountFen, purpose: title }
}

/** With a mark of its bytes, so that a spreadsheet program reads Chinese; account numbers stay texts. */
async function* csvOf(lines: readonly Line[]): AsyncGenerator<Uint8Array> {
  const amount = (line: Line) => formatYuan(line.amountFen).replaceAll(',', '')
  const cells = lines.map((line) => [String(line.seq), line.name, `${line.account}\t`, line.bank, amount(line), line.purpose])
  const rows = [columns.map(({ title }) => title), ...cells]
  yield new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)
}

const quoted = (cell: string): string => `"${makeInert(cell).text.replaceAll('"', '""')}"`
