import { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { listQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { mustReadPosts, mustReadUnits } from '../access.ts'
import { streamPosts, streamUnits } from '../queries/stream-rows.ts'

const query = z.object({ unit: listQuery.shape.unit, q: listQuery.shape.q })
type Query = z.output<typeof query>

/** 单位 as a workbook, row by row. */
export const unitsExport = download({
  path: '/exports/units.xlsx', operationId: 'exportUnits', summary: '导出单位', query,
  run: async (context: Context, asked: Query) => {
    mustReadUnits(context.actor)
    rangeOf(context.actor, asked.unit)
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
    rangeOf(context.actor, asked.unit)
    return workbookOf(context, '领导班子', postColumns, streamPosts(context, asked))
  },
})

const unitColumns: WrittenColumn[] = [
  { key: 'code', title: '单位代码', width: 22 }, { key: 'name', title: '名称', width: 30 }, { key: 'shortName', title: '关工委简称', width: 34 },
    { key: 'sort', title: '层级或类别' },
  { key: 'divisionCode', title: '行政区划代码', width: 18 }, { key: 'state', title: '状态' }, { key: 'establishedOn', title: '组建日期', kind: 'date' },
  { key: 'closedOn', title: '撤销日期', kind: 'date' },
]
const postColumns: WrittenColumn[] = [
  { key: 'code', title: '单位代码', width: 22 }, { key: 'unitName', title: '单位', width: 30 }, { key: 'title', title: '职务' }, { key: 'personName', title: '姓名' },
  { key: 'workingTime', title: '专兼职' }, { key: 'fromOn', title: '任职日期', kind: 'date' }, { key: 'dueToEndOn', title: '届满日期', kind: 'date' },
  { key: 'vacantSince', title: '空缺起始', kind: 'date' }, { key: 'vacantDays', title: '空缺天数', kind: 'number' },
]

async function workbookOf(context: Context, title: string, columns: WrittenColumn[], rows: AsyncIterable<Record<string, unknown>>): Promise<Download> {
  await recordAudit(context, { verb: 'export.made', subjectKind: 'export', details: { title } })
  return {
    fileName: `${title}（${context.actor.unit.name}，${context.today}）.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeRows({ title, sheetName: title, columns, rows }),
  }
}
