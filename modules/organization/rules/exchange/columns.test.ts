import { describe, expect, it } from 'vitest'
import { proposeMapping, type ColumnSpec } from '#platform/sheets/find-header.ts'
import { headingFaults } from '#platform/sheets/heading-faults.ts'
import { postColumns } from './post-columns.ts'
import { readPostRow } from './post-row.ts'
import { unitColumns } from './unit-columns.ts'
import { readUnitRow } from './unit-row.ts'

/** What an import takes from a row of headings, one word for each heading; – for one it does not know. */
function understood(columns: ColumnSpec[], headings: string): string {
  const texts = headings.split(' ')
  const { mapping } = proposeMapping(texts.map((text, columnIndex) => ({ columnIndex, text })), columns)
  return texts.map((_text, index) => Object.keys(mapping).find((key) => mapping[key] === index) ?? '–').join(' ')
}
const missing = (columns: ColumnSpec[]) => proposeMapping([], columns).missing.map(({ title }) => title)
const exampleOf = (columns: ColumnSpec[]) => Object.fromEntries(columns.map(({ key, example }) => [key, example]))

describe('the headings of a workbook of units', () => {
  it('mean one column each, and only the name must be there', () => {
    expect(headingFaults(unitColumns)).toEqual([])
    expect(missing(unitColumns)).toEqual(['名称'])
  })

  it('are understood as committees write them', () => {
    expect(understood(unitColumns, '序号 上级关工委 关工委名称 单位类型 成立时间 批复文号 办公地址 联系电话')).toBe('– parent name kind establishedOn foundingDocument address phone')
    expect(understood(unitColumns, '组织代码 上级单位代码 单位名称 简称 级别 应建时间')).toBe('code parentCode name shortName level dueOn')
  })

  it('come with an example that an import would take', () => {
    expect(readUnitRow(exampleOf(unitColumns), '2026-03-16')).toMatchObject({ read: { code: null, kind: 'school', level: null } })
  })
})

describe('the headings of a workbook of posts', () => {
  it('mean one column each, and only the post must be there', () => {
    expect(headingFaults(postColumns)).toEqual([])
    expect(missing(postColumns)).toEqual(['职务'])
  })

  it('are understood as committees write them', () => {
    expect(understood(postColumns, '序号 所在单位 担任职务 席位号 任职人员 是否专职 到任日期 任期届满 前任离任方式 设置时间'))
      .toBe('– unit title seat personName workingTime fromOn dueToEndOn ending seatFromOn')
    expect(understood(postColumns, '组织代码 关工委名称 岗位 姓名')).toBe('unitCode unit title personName')
  })

  it('come with an example that an import would take', () => {
    const titles = [{ code: 'deputy-director', name: '副主任' }]
    expect(readPostRow(exampleOf(postColumns), { titles, today: '2026-03-16' }))
      .toMatchObject({ read: { titleCode: 'deputy-director', seat: null, isFullTime: false } })
  })
})
