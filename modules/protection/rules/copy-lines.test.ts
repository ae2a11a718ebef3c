import { describe, expect, it } from 'vitest'
import { copyLines, workLines } from './copy-lines.ts'

const nothing = { opened: {}, others: [], facts: [], types: [], recognised: [], forms: [], consents: [] }

describe('a copy of what is kept about a child', () => {
  it('names every field of the file, and says so where nothing is kept', () => {
    expect(copyLines(nothing).map(({ group, name, value }) => [group, name, value])).toEqual([
      ['本人信息', '姓名', '未登记'], ['本人信息', '证件号码', '未登记'], ['本人信息', '出生日期', '未登记'], ['本人信息', '联系电话', '未登记'],
      ['本人信息', '住址', '未登记'], ['本人信息', '学校', '未登记'], ['本人信息', '健康情况', '未登记'],
    ])
  })

  it('holds the guardians, the facts and the types one by one', () => {
    const guardians = [
      { relation: 'grandmother', name: '祖母', phone: '13700001111', idNumber: null }, { relation: 'unheard-of', name: '邻居', phone: null, idNumber: null },
    ]
    const lines = copyLines({ ...nothing, opened: { name: '李小明', phone: null, guardians }, facts: ['父亲外出', '母亲外出'], types: ['留守儿童'] })
    expect(lines[0]).toEqual({ group: '本人信息', name: '姓名', value: '李小明' })
    expect(lines.slice(7).map(({ group, name, value }) => [group, name, value])).toEqual([
      ['监护人', expect.stringContaining('祖母'), '祖母，13700001111'], ['监护人', '其他', '邻居'],
      ['情况', '第1条', '父亲外出'], ['情况', '第2条', '母亲外出'], ['对象类型', '平台推算', '留守儿童'],
    ])
  })

  it('says what another record of the child has otherwise, and nothing twice', () => {
    const opened = { name: '左小双', idNumber: null, birthOn: '2014-01-01', phone: '13900001234' }
    const other = { name: '佐小霜', idNumber: '990101201401010017', birthOn: '2014-01-01', phone: null }
    expect(copyLines({ ...nothing, opened, others: [other] }).slice(7).map(({ group, name, value }) => [group, name, value])).toEqual([
      ['合并的另一份档案', '姓名', '佐小霜'], ['合并的另一份档案', '证件号码', '990101201401010017']])
  })

  it('holds what civil affairs recognised and what the family answered on the paper forms', () => {
    const forms = [{ title: '家庭情况表', lines: [{ label: '住房', value: '租住' }, { label: '祖父', value: '李长寿，15400000001' }] }]
    expect(copyLines({ ...nothing, recognised: ['孤儿'], forms }).slice(7).map(({ group, name, value }) => [group, name, value])).toEqual([
      ['对象类型', '民政认定', '孤儿'], ['家庭情况表', '住房', '租住'], ['家庭情况表', '祖父', '李长寿，15400000001']])
  })

  it('tells of cases, visits, referrals, aid and openings their day and kind, and where to ask for what was written', () => {
    const work = (kind: Parameters<typeof workLines>[0][number]['kind'], what: string, untilDay: string | null = null) => (
      { kind, onDay: '2026-03-01', what, untilDay })
    const told = workLines([
      work('case', '东一村'), work('case', '东一村', '2026-03-10'), work('visit', 'made home'), work('visit', 'attempted home'), work('referral', 'accepted'),
      work('aid', '学习用品'), work('opening', '3')])
    expect(told.map(({ group, value }) => `${group} ${value}`)).toEqual([
      '帮扶个案 东一村，进行中', '帮扶个案 东一村，2026-03-10结案', '走访 上门，见到孩子', '走访 没有见到孩子', '转介 已接收', '给予的帮扶 学习用品',
      '查阅档案 共3次，最近一次在这一天', expect.stringContaining('由未成年人信息负责人审核后当面提供')])
    expect(workLines([])).toEqual([])
  })

  it('tells of each consent what it covers, from when until when, and when it was withdrawn', () => {
    const consent = { covers: '接受帮扶', fromOn: '2026-01-01', untilOn: null, withdrawnOn: null }
    const told = copyLines({ ...nothing, consents: [
      { ...consent, kind: 'service' }, { ...consent, kind: 'publication', untilOn: '2026-12-31' },
      { ...consent, kind: 'sharing', untilOn: '2026-12-31', withdrawnOn: '2026-02-01' }, { ...consent, kind: 'unheard-of' },
    ] }).slice(7)
    expect(told.map(({ group, name, value }) => [group, name, value])).toEqual([
      ['知情同意', '帮扶服务', '接受帮扶（2026-01-01起）'], ['知情同意', '公开报道', '接受帮扶（2026-01-01起，至2026-12-31）'],
      ['知情同意', '信息共享', '接受帮扶（2026-01-01起，至2026-12-31，2026-02-01撤回）'], ['知情同意', 'unheard-of', '接受帮扶（2026-01-01起）'],
    ])
  })
})
