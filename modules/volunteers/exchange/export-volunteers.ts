import { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { download, type Download } from '#platform/http/module.ts'
import type { Context } from '#platform/http/context.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { mustExportVolunteers } from '../access.ts'
import { VolunteerFilters } from '../contract.ts'
import { readWords } from '../queries/list-volunteer-words.ts'
import { readVolunteersInBatches } from '../queries/read-volunteers-in-batches.ts'
import { clearanceWords, educationWords, joinedByWords, sexWords, statusWords } from '../rules/words.ts'

const Query = VolunteerFilters.extend({ unit: z.string().regex(/^\d{2,18}$/).optional(), q: z.string().max(50).optional() })

const columns: WrittenColumn[] = [
  { key: 'unitName', title: '单位', width: 24 }, { key: 'name', title: '姓名', width: 12 }, { key: 'sex', title: '性别', width: 6 },
  { key: 'birthOn', title: '出生日期', kind: 'date', width: 12 }, { key: 'phone', title: '联系电话', width: 14 },
  { key: 'categories', title: '五老类别', width: 20 }, { key: 'serviceRoles', title: '服务岗位', width: 24 }, { key: 'skills', title: '特长', width: 24 },
  { key: 'isPartyMember', title: '中共党员', width: 9 }, { key: 'education', title: '学历', width: 10 }, { key: 'formerWork', title: '原工作', width: 24 },
  { key: 'capacity', title: '可结对人数', kind: 'number', width: 11 }, { key: 'joinedOn', title: '加入日期', kind: 'date', width: 12 },
  { key: 'joinedBy', title: '加入方式', width: 10 }, { key: 'status', title: '状态', width: 8 }, { key: 'clearance', title: '准入查询', width: 10 },
  { key: 'clearanceUntil', title: '查询有效期至', kind: 'date', width: 13 }, { key: 'insuredUntil', title: '保险至', kind: 'date', width: 12 },
]

/** The list as filtered, as a workbook; identity numbers and health stay in the house. */
export const exportVolunteers = download({
  path: '/volunteers.xlsx', operationId: 'exportVolunteers', summary: '导出五老名册', query: Query, run: writeVolunteers,
})

async function writeVolunteers(context: Context, query: z.output<typeof Query>): Promise<Download> {
  mustExportVolunteers(context.actor)
  // Refused here, where the answer has not begun: the rows are read while it is sent.
  rangeOf(context.actor, query.unit)
  const words = await readWords(context)
  const nameOf = new Map([...words.categories, ...words.serviceRoles].map(({ code, name }) => [code, name]))
  const { unit, category, status, clearance } = query
  await recordAudit(context, { verb: 'volunteers.exported', subjectKind: 'volunteer', details: { unit, category, status, clearance } })
  const body = writeRows({ title: `${context.actor.unit.name}五老名册（${context.today}）`, sheetName: '五老', columns, rows: rowsOf(context, query, nameOf) })
  return { fileName: `五老名册${context.today}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body }
}

async function* rowsOf(context: Context, query: z.output<typeof Query>, nameOf: Map<string, string>) {
  const named = (codes: readonly string[]) => codes.map((code) => nameOf.get(code) ?? code).join('、')
  for await (const row of readVolunteersInBatches(context, query)) {
    yield {
      ...row, sex: sexWords[row.sex], categories: named(row.categories), serviceRoles: named(row.serviceRoles), skills: row.skills.join('、'),
      isPartyMember: row.isPartyMember === null ? '' : row.isPartyMember ? '是' : '否', education: row.education === null ? '' : educationWords[row.education],
      joinedBy: joinedByWords[row.joinedBy], status: statusWords[row.status], clearance: clearanceWords[row.clearanceState],
    }
  }
}
