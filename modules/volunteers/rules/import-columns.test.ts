import { describe, expect, it } from 'vitest'
import { proposeMapping } from '#platform/sheets/find-header.ts'
import { headingFaults } from '#platform/sheets/heading-faults.ts'
import { volunteerColumns } from './import-columns.ts'
import { readVolunteerRow } from './import-row.ts'

/** What an import takes from a row of headings, one word for each heading; – for one it does not know. */
function understood(headings: string): string {
  const texts = headings.split(' ')
  const { mapping } = proposeMapping(texts.map((text, columnIndex) => ({ columnIndex, text })), [...volunteerColumns])
  return texts.map((_text, index) => Object.keys(mapping).find((key) => mapping[key] === index) ?? '–').join(' ')
}

describe('the headings of a volunteers\' workbook', () => {
  it('mean one column each', () => {
    expect(headingFaults([...volunteerColumns])).toEqual([])
  })

  it('are understood as committees write them', () => {
    expect(understood('序号 五老姓名 性别 出生年月 身份证号码 手机号码 关工委 五老类型 参加关工委时间 备注'))
      .toBe('– name sex birthOn idNumber phone unit categories joinedOn –')
    expect(understood('姓名 性别 文化程度 党员 原工作单位及职务 身体状况 爱好特长 十大员 结对人数 空闲时间 智能手机 发展方式'))
      .toBe('name sex education isPartyMember formerWork healthLimits skills serviceRoles capacity availability hasSmartphone joinedBy')
    expect(understood('老同志姓名 联系方式 背景查询日期 背景查询结果 承保公司 保险开始日期 保险到期日'))
      .toBe('name phone clearanceOn clearanceResult insurer insuredFrom insuredUntil')
  })

  it('must be there for the name, the category and the day of joining', () => {
    expect(proposeMapping([], [...volunteerColumns]).missing.map(({ title }) => title)).toEqual(['姓名', '五老类别', '加入日期'])
  })

  it('come with examples that an import would take', () => {
    const example = Object.fromEntries(volunteerColumns.map((column) => [column.key, column.example]))
    const categories = ['老教师', '老模范'].map((name) => ({ code: name, name }))
    const serviceRoles = [{ code: 'home', name: '家教家风传播员' }]
    expect(readVolunteerRow(example, { categories, serviceRoles, today: '2026-03-16' }))
      .toMatchObject({ read: { unitText: '', clearance: null, insurance: null } })
  })
})
