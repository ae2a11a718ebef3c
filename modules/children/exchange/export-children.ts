import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { mustReadChildren } from '../access.ts'
import { ChildListQuery } from '../contract.ts'
import { readChildrenInBatches } from '../queries/list-children.ts'
import { typeNames } from '../rules/words.ts'

// No search text: it may be a name, and a download's question stands in an address.
const Query = ChildListQuery.omit({ q: true, after: true, limit: true })

const columns: WrittenColumn[] = [
  { key: 'unitName', title: '单位', width: 26 }, { key: 'maskedName', title: '孩子', width: 10 }, { key: 'sex', title: '性别', width: 6 },
  { key: 'age', title: '年龄段', width: 12 }, { key: 'derived', title: '平台推算', width: 40 }, { key: 'civil', title: '民政认定', width: 40 },
  { key: 'differs', title: '推算与认定', width: 12 }, { key: 'status', title: '状态', width: 8 },
]

/** The masked list as filtered, as a workbook: the same columns as the page, no identity. */
export const exportChildren = download({
  path: '/children.xlsx', operationId: 'exportChildren', summary: '导出关爱对象名册（隐去姓名）', query: Query, run: writeChildren,
})

const statusNames = { registered: '在册', closed: '已结束', erased: '已删除身份', merged: '已合并' } as const

async function writeChildren(context: Context, query: z.output<typeof Query>): Promise<Download> {
  mustReadChildren(context.actor)
  // Refused here, where the answer has not begun: the rows are read while it is sent.
  rangeOf(context.actor, query.unit)
  await recordAudit(context, { verb: 'children.exported', subjectKind: 'child', details: { ...query } })
  const body = writeRows({ title: `${context.actor.unit.name}关爱对象名册（${context.today}，隐去姓名）`, sheetName: '关爱对象', columns, rows: rowsOf(context, query) })
  return { fileName: `关爱对象名册${context.today}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body }
}

async function* rowsOf(context: Context, query: z.output<typeof Query>) {
  for await (const child of readChildrenInBatches(context, query)) {
    yield {
      unitName: child.unitName, maskedName: child.maskedName, sex: child.sex === 'male' ? '男' : '女', age: ageBandLabel(child.ageBand),
      derived: child.derivedTypes.map((type) => typeNames[type]).join('、'), civil: child.civilAffairsTypes.map((type) => typeNames[type]).join('、'),
      differs: child.differs ? '不一致' : '一致', status: statusNames[child.status],
    }
  }
}
