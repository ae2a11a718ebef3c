import { describe, expect, it } from 'vitest'
import { proposeMapping, type ColumnSpec } from '#platform/sheets/find-header.ts'
import { headingFaults } from '#platform/sheets/heading-faults.ts'
import { formColumns, readFormRow } from './form-rows.ts'
import { listColumns } from './list-columns.ts'
import { readListRow } from './read-list-row.ts'

/** What an import takes from a row of headings, one word for each heading; – for one it does not know. */
function understood(columns: ColumnSpec[], headings: string): string {
  const texts = headings.split(' ')
  const { mapping } = proposeMapping(texts.map((text, columnIndex) => ({ columnIndex, text })), columns)
  return texts.map((_text, index) => Object.keys(mapping).find((key) => mapping[key] === index) ?? '–').join(' ')
}
const missing = (columns: ColumnSpec[]) => proposeMapping([], columns).missing.map(({ title }) => title)
const exampleOf = (columns: ColumnSpec[]) => Object.fromEntries(columns.map(({ key, example }) => [key, example]))
const today = '2026-03-16'

describe('the headings of a list of civil affairs', () => {
  it('mean one column each, and only the name must be there', () => {
    expect(headingFaults(listColumns)).toEqual([])
    expect(missing(listColumns)).toEqual(['姓名'])
  })

  it('are understood as lists come', () => {
    expect(understood(listColumns, '序号 儿童姓名 儿童性别 身份证号码 困境类别 审批时间 审批文号 所在村 现住址 所在学校 监护人 与监护人关系 监护人联系电话'))
      .toBe('– name sex idNumber types decidedOn source unit address school guardianName guardianRelation guardianPhone')
    expect(understood(listColumns, '姓名 出生年月')).toBe('name birthOn')
  })

  it('come with an example that is taken', () => {
    expect(readListRow(exampleOf(listColumns), { today, usualType: 'orphan' }))
      .toMatchObject({ read: { types: ['de-facto-unsupported'], paperNumber: null, source: null, address: null, school: null, guardian: null, unitText: '' } })
  })
})

describe.each(['left-behind', 'household'] as const)('the headings of the form %s', (kind) => {
  it('mean one column each, and only the name must be there', () => {
    expect(headingFaults(formColumns(kind))).toEqual([])
    expect(missing(formColumns(kind))).toEqual(['姓名'])
  })

  it('come with an example that is taken', () => {
    const { idNumber: _none, ...example } = exampleOf(formColumns(kind))
    expect(readFormRow(example, today)).toMatchObject({ read: { birthOn: '2015-05-20', answers: { ethnicity: '汉族', incomes: ['wages'] } } })
  })

  it('ask father and mother the same', () => {
    const keys = formColumns(kind).map(({ key }) => key)
    expect(keys.filter((key) => key.startsWith('mother'))).toEqual(keys.filter((key) => key.startsWith('father')).map((key) => key.replace('father', 'mother')))
  })
})

it('the forms are understood as they come', () => {
  expect(understood(formColumns('left-behind'), '孩子姓名 身份证号码 出生年月 民族 户籍所在地 是否住校 主要经济来源 享受救助 其他情况'))
    .toBe('name idNumber birthOn ethnicity registeredAddress boards incomes aids note')
  expect(understood(formColumns('left-behind'), '父亲 父亲身份证号码 父亲工作单位 父亲联系方式 母亲 母亲务工地 姓名'))
    .toBe('fatherName fatherIdNumber fatherWorkPlace fatherPhone motherName motherWorkPlace name')
  expect(understood(formColumns('household'), '儿童姓名 住房类型 年收入')).toBe('name housing yearlyIncome')
  expect(understood(formColumns('household'), '姓名 寄宿')).toBe('name –')
})
