import { rangeOf } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { mustReadDonors, mustReadGifts } from '../access.ts'
import { DonorFilters, GiftFilters, type DonorRow, type GiftRow } from '../contract.ts'
import { listDonors } from '../queries/donors/list-donors.ts'
import { listGifts } from '../queries/gifts/list-gifts.ts'
import { donorKindWords, giftFormWords, giftStatusWords } from '../rules/words.ts'
import { mediaTypes } from './files.ts'

/** Rows read at once. */
const batch = 100

/** Donors as they are filtered, masked as the list is. */
export const exportDonors = download({
  path: '/donors.xlsx', operationId: 'exportDonors', summary: '导出捐赠人名单', query: DonorFilters.omit({ limit: true, after: true }),
  run: async (context, query) => {
    mustReadDonors(context.actor)
    // Refused here, where the answer has not begun: the rows are read while it is sent.
    rangeOf(context.actor, query.unit)
    await recordAudit(context, { verb: 'donors.exported', subjectKind: 'donor', details: { ...query } })
    const rows = allPages((page) => listDonors(context, { ...query, ...page }))
    return sheetOf(context, { title: '捐赠人名单', columns: donorColumns, rows: mapRows(rows, donorCells) })
  },
})

/** Gifts as they are filtered. */
export const exportGifts = download({
  path: '/gifts.xlsx', operationId: 'exportGifts', summary: '导出捐赠名单', query: GiftFilters.omit({ limit: true, after: true }),
  run: async (context, query) => {
    mustReadGifts(context.actor)
    rangeOf(context.actor, query.unit)
    await recordAudit(context, { verb: 'gifts.exported', subjectKind: 'gift', details: { ...query } })
    const rows = allPages((page) => listGifts(context, { ...query, ...page }))
    return sheetOf(context, { title: '捐赠名单', columns: giftColumns, rows: mapRows(rows, giftCells) })
  },
})

const donorColumns: WrittenColumn[] = [
  { key: 'label', title: '捐赠人', width: 26 }, { key: 'kind', title: '类别', width: 10 }, { key: 'creditCode', title: '统一社会信用代码', width: 22 },
  { key: 'giftCount', title: '笔数', kind: 'number', width: 8 }, { key: 'givenFen', title: '累计捐赠（元）', kind: 'money', width: 16 },
  { key: 'lastGivenOn', title: '最近到账', kind: 'date', width: 14 }, { key: 'isNamed', title: '同意公开', width: 10 }, { key: 'unitName', title: '单位', width: 26 },
]
const donorCells = (donor: DonorRow) => ({ ...donor, kind: donorKindWords[donor.kind], isNamed: donor.isNamed ? '是' : '否' })

const giftColumns: WrittenColumn[] = [
  { key: 'donorLabel', title: '捐赠人', width: 26 }, { key: 'donorKind', title: '类别', width: 10 }, { key: 'form', title: '形式', width: 8 },
  { key: 'amountFen', title: '金额或公允价值（元）', kind: 'money', width: 20 }, { key: 'fundName', title: '资金', width: 22 },
  { key: 'projectLabel', title: '指定项目', width: 22 }, { key: 'status', title: '状态', width: 12 }, { key: 'promisedOn', title: '登记日期', kind: 'date', width: 14 },
  { key: 'receivedOn', title: '到账日期', kind: 'date', width: 14 }, { key: 'receiptNumber', title: '票据号码', width: 16 }, { key: 'unitName', title: '单位',
    width: 26 },
]
const giftCells = (gift: GiftRow) => (
  { ...gift, donorKind: donorKindWords[gift.donorKind], form: giftFormWords[gift.form], status: giftStatusWords[gift.status] })

type Sheet = { title: string; columns: WrittenColumn[]; rows: AsyncIterable<Record<string, unknown>> }

const sheetOf = ({ today }: Context, { title, columns, rows }: Sheet): Download => (
  { fileName: `${title}${today}.xlsx`, contentType: mediaTypes.xlsx, body: writeRows({ title, sheetName: title, columns, rows }) })

/** Every page of a list, read as the file is written. */
async function* allPages<Row>(read: (page: { limit: number; after?: string }) => Promise<Page<Row>>): AsyncGenerator<Row> {
  for (let after: string | undefined; ;) {
    const page = await read({ limit: batch, ...(after === undefined ? {} : { after }) })
    yield* page.items
    if (page.next === null) return
    after = page.next
  }
}

async function* mapRows<Row>(rows: AsyncIterable<Row>, cellsOf: (row: Row) => Record<string, unknown>): AsyncGenerator<Record<string, unknown>> {
  for await (const row of rows) yield cellsOf(row)
}
