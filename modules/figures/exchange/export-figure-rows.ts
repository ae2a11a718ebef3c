import type { Context } from '#platform/http/context.ts'
import type { Download } from '#platform/http/module.ts'
import { encodeCursor } from '#platform/contract/paging.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { mustReadFigures } from '../access.ts'
import type { FigureRow, Split } from '../contract.ts'
import { indicatorOf, resolveRequest, type FigureRequest } from '../queries/figure-request.ts'
import { listedIndicator, readRows } from '../queries/list-figure-rows.ts'
import type { Indicator } from '../rules/indicator.ts'
import { sheetType } from './export-figures.ts'

/** Which rows are asked for. */
export type RowsWanted = Split & { code: string; unit?: string | undefined; period?: string | undefined; part: 'numerator' | 'denominator' }

const pageSize = 1000

/** Every row behind a figure, read page by page while the file is being written. */
export async function exportFigureRows(context: Context, input: RowsWanted): Promise<Download> {
  mustReadFigures(context.actor)
  const request = await resolveRequest(context, input)
  const indicator = listedIndicator(request, indicatorOf(request, input.code), input.part)
  const title = `${request.unit.name}${indicator.name}（${request.period.code}）`
  const columns = [
    { key: 'happenedOn', title: '日期', kind: 'date' as const, width: 14 }, { key: 'unitName', title: '单位', width: 28 }, { key: 'label', title: '记录', width: 60 },
    { key: 'value', title: indicator.kind === 'sum' ? `数值（${indicator.unit}）` : '计数', kind: 'number' as const, width: 14 },
    { key: 'correctedAt', title: '关账后更正时间', kind: 'instant' as const, width: 22 }]
  const rows = allRows(context, request, indicator, input)
  return { fileName: `${title}.xlsx`, contentType: sheetType, body: writeRows({ title, sheetName: '明细', columns, rows }) }
}

async function* allRows(context: Context, request: FigureRequest, indicator: Indicator, { fund, source }: Split): AsyncGenerator<FigureRow> {
  for (let after: string | undefined; ;) {
    const rows = await readRows(context, request, indicator, { after, limit: pageSize, fund, source })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = encodeCursor([last.happenedOn, last.id])
  }
}
