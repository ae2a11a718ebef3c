import type { Context } from '#platform/http/context.ts'
import type { Download } from '#platform/http/module.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { mustReadFigures } from '../access.ts'
import { listFigures } from '../queries/list-figures.ts'

/** What a workbook of figures is asked for. */
export type FiguresWanted = { unit?: string | undefined; period?: string | undefined; group?: string | undefined; q?: string | undefined }

/** Content type of an .xlsx. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The figures as the page shows them: same unit, period, group and search. */
export async function exportFigures(context: Context, input: FiguresWanted): Promise<Download> {
  mustReadFigures(context.actor)
  const { unitName, period, items } = await listFigures(context, input)
  const shown = items.filter((item) => (input.group === undefined || item.group === input.group)
    && (input.q === undefined || `${item.name}${item.code}${item.definition}`.includes(input.q)))
  const title = `${unitName}${period.label}统计数字`
  // A period that runs is not over on paper either.
  const until = period.asOf < period.to ? `（截至${formatChinese(period.asOf)}）` : ''
  const columns = [
    { key: 'group', title: '类别', width: 12 }, { key: 'name', title: '指标', width: 36 }, { key: 'value', title: '数值', kind: 'number' as const, width: 14 },
    { key: 'unit', title: '单位', width: 8 }, { key: 'reported', title: '上报数', kind: 'number' as const, width: 14 },
    { key: 'corrections', title: '更正笔数', kind: 'number' as const, width: 10 },
    { key: 'definition', title: '口径', width: 80 }, { key: 'code', title: '代码', width: 30 }]
  return { fileName: `${title}.xlsx`, contentType: sheetType, body: writeRows({ title: `${title}${until}`, sheetName: '统计数字', columns, rows: shown }) }
}
