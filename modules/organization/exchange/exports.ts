import { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { listQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { mustReadPosts, mustReadUnits } from '../access.ts'
import { postColumns as importedPostColumns } from '../rules/exchange/post-columns.ts'
import { unitColumns as importedUnitColumns } from '../rules/exchange/unit-columns.ts'
import { streamPosts, streamUnits } from '../queries/stream-rows.ts'

const query = z.object({ unit: listQuery.shape.unit })
type Query = z.output<typeof query>

/** 单位 as a workbook, row by row. */
export const unitsExport = download({
  path: '/exports/units.xlsx', operationId: 'exportUnits', summary: '导出单位', query,
  run: async (context: Context, asked: Query) => {
    mustReadUnits(context.actor)
    // Refused here, where the answer has not begun: the rows are read while it is sent.
    rangeOf(context.actor, asked.unit)
    return workbookOf(context, '单位一览', unitColumns, streamUnits(context, asked))
  },
})

/** 班子 as a workbook, row by row. */
export const postsExport = download({
  path: '/exports/posts.xlsx', operationId: 'exportPosts', summary: '导出班子', query,
  run: async (context: Context, asked: Query) => {
    mustReadPosts(context.actor)
    rangeOf(context.actor, asked.unit)
    return workbookOf(context, '领导班子', postColumns, streamPosts(context, asked))
  },
})

const days = new Set(['dueOn', 'establishedOn', 'closedOn', 'fromOn', 'dueToEndOn', 'seatFromOn', 'vacantSince'])
const widths: Record<string, number> = {
  code: 22, unitCode: 22, parentCode: 20, parent: 20, name: 30, unit: 30, shortName: 34, address: 30, foundingDocument: 20, level: 10, kind: 12, seat: 8,
}

/** What the import knows, under the same titles, so that the workbook can be corrected and imported again. */
const asImported = (columns: readonly { key: string; title: string }[]): WrittenColumn[] => columns.map(({ key, title }) => (
  { key, title, ...(days.has(key) ? { kind: 'date' as const } : {}), ...(widths[key] === undefined ? {} : { width: widths[key] }) }))

const unitColumns: WrittenColumn[] = [
  ...asImported(importedUnitColumns), { key: 'divisionCode', title: '行政区划代码', width: 18 }, { key: 'state', title: '状态' },
  { key: 'closedOn', title: '撤销日期', kind: 'date' },
]
const postColumns: WrittenColumn[] = [
  ...asImported(importedPostColumns), { key: 'vacantSince', title: '空缺起始', kind: 'date' }, { key: 'vacantDays', title: '空缺天数', kind: 'number' },
]

async function workbookOf(context: Context, title: string, columns: WrittenColumn[], rows: AsyncIterable<Record<string, unknown>>): Promise<Download> {
  await recordAudit(context, { verb: 'export.made', subjectKind: 'export', details: { title } })
  return {
    fileName: `${title}（${context.actor.unit.name}，${context.today}）.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeRows({ title, sheetName: title, columns, rows }),
  }
}
