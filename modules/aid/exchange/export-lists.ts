import { rangeOf } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { mustReadAid, mustReadWishes } from '../access.ts'
import { ActFilters, NeedFilters, WishFilters } from '../contract.ts'
import { readActsInBatches } from '../queries/list-acts.ts'
import { readNeedsInBatches } from '../queries/list-needs.ts'
import { readWishesInBatches } from '../queries/list-wishes.ts'
import { actCells, actColumns, needCells, needColumns, sheetType, wishCells, wishColumns } from './columns.ts'

/** The masked needs as filtered, as a workbook. */
export const exportNeeds = download({
  path: '/needs.xlsx', operationId: 'exportNeeds', summary: '导出需求（隐去姓名）', query: NeedFilters.omit({ caseId: true, childId: true, after: true, limit: true }),
  run: async (context, query) => {
    mustReadAid(context.actor)
    return leave(context, query, {
      title: '帮扶需求', verb: 'needs.exported', kind: 'need', columns: needColumns,
      rows: cells(readNeedsInBatches(context, query), needCells),
    })
  },
})

/** The masked acts of aid as filtered, as a workbook. */
export const exportActs = download({
  path: '/aid-acts.xlsx', operationId: 'exportActs', summary: '导出帮扶行动（隐去姓名）', query: ActFilters.omit({ caseId: true, childId: true, after: true, limit: true }),
  run: async (context, query) => {
    mustReadAid(context.actor)
    return leave(context, query, {
      title: '帮扶行动', verb: 'aid-acts.exported', kind: 'aid-act', columns: actColumns,
      rows: cells(readActsInBatches(context, query), actCells),
    })
  },
})

/** The masked wishes as filtered, as a workbook. */
export const exportWishes = download({
  path: '/wishes.xlsx', operationId: 'exportWishes', summary: '导出微心愿（隐去姓名）', query: WishFilters.omit({ caseId: true, childId: true, after: true, limit: true }),
  run: async (context, query) => {
    mustReadWishes(context.actor)
    return leave(context, query, {
      title: '微心愿', verb: 'wishes.exported', kind: 'wish', columns: wishColumns,
      rows: cells(readWishesInBatches(context, query), wishCells),
    })
  },
})

type Leaving = { title: string; verb: string; kind: string; columns: WrittenColumn[]; rows: AsyncIterable<Record<string, unknown>> }

/** Written while it is being read; a unit outside the range is refused here, where the answer has not begun. */
async function leave(context: Context, query: { unit?: string | undefined }, { title, verb, kind, columns, rows }: Leaving): Promise<Download> {
  rangeOf(context.actor, query.unit)
  await recordAudit(context, { verb, subjectKind: kind, details: { ...query } })
  const body = writeRows({ title: `${context.actor.unit.name}${title}（${context.today}，隐去姓名）`, sheetName: title, columns, rows })
  return { fileName: `${title}${context.today}.xlsx`, contentType: sheetType, body }
}

async function* cells<Row>(rows: AsyncIterable<Row>, cellsOf: (row: Row) => Record<string, unknown>): AsyncGenerator<Record<string, unknown>> {
  for await (const row of rows) yield cellsOf(row)
}
