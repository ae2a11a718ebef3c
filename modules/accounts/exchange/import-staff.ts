import type { ImportKind, ImportRow, RowProblem } from '#modules/imports/index.ts'
import type { Context } from '#platform/http/context.ts'
import { insertStaff, withdrawStaff, type NewStaff } from '../commands/steps/import-staff.ts'
import { findTakenNames, findUnitsByText, readRoleNames } from '../queries/find-staff-places.ts'
import { readStaffRow } from '../rules/staff-row.ts'

/** Staff as a workbook. No password comes with it: the office of each unit hands a first one out. */
export const staffImport: ImportKind = {
  code: 'staff', title: '工作人员', permission: 'account.manage',
  columns: [
    { key: 'name', title: '姓名', synonyms: ['人员姓名', '工作人员', '名字'], required: true, example: '王小明' },
    { key: 'unit', title: '单位', synonyms: ['所在单位', '工作单位', '单位名称', '单位代码'], required: true, example: '东街镇' },
    { key: 'role', title: '角色', synonyms: ['岗位', '身份'], required: false, example: '关工委工作人员' },
    { key: 'phone', title: '手机', synonyms: ['手机号', '电话', '联系电话', '手机号码'], required: false, example: '15400000001' },
    { key: 'signInName', title: '用户名', synonyms: ['账号', '登录名'], required: false, example: 'wangxm' },
  ],
  checkRows: async (context, rows) => {
    const { problems, prepared } = await prepareRows(context, rows)
    const taken = await findTakenNames(context, prepared.map(({ row }) => row.signInName))
    return [...problems, ...findRepeated(prepared), ...prepared.filter(({ row }) => taken.has(row.signInName))
      .map(({ rowNumber }) => ({ rowNumber, key: 'signInName', message: '这个用户名（或手机号）已有账号，不再重复开设。' }))]
  },
  commitRows: async (context, rows) => {
    const { prepared } = await prepareRows(context, rows)
    const ids = await insertStaff(context, prepared)
    return prepared.map(({ rowNumber }, at) => ({ rowNumber, recordId: ids[at] ?? '', version: 1 }))
  },
  undoRows: withdrawStaff,
}

type Prepared = NewStaff & { rowNumber: number }

async function prepareRows(context: Context, rows: readonly ImportRow[]): Promise<{ prepared: Prepared[]; problems: RowProblem[] }> {
  const [roles, units] = await Promise.all([readRoleNames(context), findUnitsByText(context, rows.map(({ values }) => values['unit'] ?? ''))])
  const prepared: Prepared[] = []
  const problems: RowProblem[] = []
  for (const { rowNumber, values } of rows) {
    const read = readStaffRow(values, roles)
    const candidates = units.get(values['unit'] ?? '') ?? []
    const [unit] = candidates
    if ('problems' in read) problems.push(...read.problems.map((problem) => ({ rowNumber, ...problem })))
    if (unit === undefined) problems.push({ rowNumber, key: 'unit', message: '没有找到这个单位，请核对名称或填写单位代码。' })
    if (candidates.length > 1) problems.push({ rowNumber, key: 'unit', message: '有几个同名的单位，请填写单位代码。' })
    if ('row' in read && unit !== undefined && candidates.length === 1) prepared.push({ rowNumber, row: read.row, unit })
  }
  return { prepared, problems }
}

function findRepeated(prepared: readonly Prepared[]): RowProblem[] {
  const first = new Map<string, number>()
  return prepared.flatMap(({ rowNumber, row }) => {
    const name = row.signInName.toLowerCase()
    const before = first.get(name)
    if (before === undefined) first.set(name, rowNumber)
    return before === undefined ? [] : [{ rowNumber, key: 'signInName', message: `用户名（或手机号）与第 ${before} 行重复。` }]
  })
}
