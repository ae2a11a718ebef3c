import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { exchangeScene, workbookOf, type TitledRow } from './testing/exchange-scene.ts'

describe('units from a workbook', () => {
  let city: TestCity
  let scene: ReturnType<typeof exchangeScene>
  beforeAll(async () => {
    city = await openTestCity()
    scene = exchangeScene(city, await city.serve(), 'units')
  })
  afterAll(() => city.close())

  const unitOf = async (name: string) => (await city.owner.query(
    `select code, level, kind, short_name, established_on::text, closed_on::text, address, version from organization.units where city_id = $1 and name = $2
      order by created_at desc, code desc limit 1`, [city.cityId, name])).rows[0]
  const live = async (measure: string) => Number((await city.owner.query(
    'select coalesce(sum(sign), 0) as live from figures.facts where city_id = $1 and measure = $2', [city.cityId, measure])).rows[0].live)
  const problemsOf = async (rows: TitledRow[]) => (await scene.check('李组长', await workbookOf(rows))).problems

  it('are made below those that stand, a parent in the same table above its children, with history, audit and figures', async () => {
    const { created, changed } = await scene.bring('李组长', [
      { 上级单位: '东街镇', 名称: '东街中学', 类别: '学校', 已建日期: '2015.9.1', 办公地址: '学府路1号' },
      { 上级单位: '99010010002', 名称: '西二村村民委员会', 类别: '行政区划', 层级: '村级', 已建日期: '' },
      { 上级单位: '西二村', 名称: '西二村小学', 类别: '学校', 已建日期: new Date(Date.UTC(2020, 4, 4)) },
    ])
    expect([created, changed]).toEqual([3, 0])
    expect(await unitOf('东街中学')).toMatchObject({ code: '990100100011001', level: 'village', kind: 'school', short_name: '东街中学关工委',
      established_on: '2015-09-01', address: '学府路1号' })
    expect(await unitOf('西二村')).toMatchObject({ code: '990100100021000', kind: 'division', established_on: null })
    expect(await unitOf('西二村小学')).toMatchObject({ code: '990100100021000001', established_on: '2020-05-04' })
    expect([await live('unit.due.school'), await live('unit.founded.school'), await live('unit.due.village')]).toEqual([2, 2, 1])
    const { rows } = await city.owner.query(`select change, happened_on::text as on, reason from organization.unit_changes c join organization.units u
      on u.city_id = c.city_id and u.id = c.unit_id where u.name = '东街中学' order by change`)
    expect(rows).toEqual([{ change: 'created', on: '2015-09-01', reason: '表格导入' }, { change: 'established', on: '2015-09-01', reason: '表格导入' }])
    const found = await scene.ask('李组长', 'GET', '/units?q=djzx')
    expect(found.body.items.map((unit: { name: string }) => unit.name)).toEqual(['东街中学'])
  })

  it('come back unchanged when the export is imported as it is, and only what was changed in it is changed', async () => {
    const table = await scene.takeOut('李组长')
    expect(await scene.check('李组长', await table.bytes())).toMatchObject({ badCount: 0, preview: { created: 0, changed: 0, unchanged: table.rowCount } })
    const west = await unitOf('西街镇')
    table.set({ 名称: '东街中学' }, '名称', '东街第一中学')
    table.set({ 名称: '西一村' }, '组建日期', '2024年6月1日')
    table.set({ 名称: '东一村' }, '地址', '东一村村委会')
    const { id, preview } = await scene.check('李组长', await table.bytes())
    expect(preview).toEqual({ created: 0, changed: 3, unchanged: table.rowCount - 3 })
    expect((await scene.commit('李组长', id)).body).toMatchObject({ state: 'committed', createdCount: 0, changedCount: 3 })
    expect(await unitOf('东街第一中学')).toMatchObject({ code: '990100100011001', short_name: '东街第一中学关工委', established_on: '2015-09-01' })
    expect([(await unitOf('西一村')).established_on, (await unitOf('东一村')).address]).toEqual(['2024-06-01', '东一村村委会'])
    expect(await unitOf('西街镇')).toEqual(west)
    const detail = (await scene.ask('李组长', 'GET', `/units/${await city.unitId('990100100011001')}`)).body
    expect(detail.formerStates[0]).toMatchObject({ name: '东街中学', untilOn: '2026-03-15' })

    const undone = (await scene.undo('李组长', id)).body
    expect(undone).toMatchObject({ undoneCount: 3, kept: [] })
    expect(await unitOf('东街中学')).toMatchObject({ code: '990100100011001', short_name: '东街中学关工委' })
    expect([(await unitOf('西一村')).established_on, (await unitOf('东一村')).address]).toEqual([null, null])
    expect(await live('unit.founded.village')).toBe(0)
  })

  it('are refused for a parent that is unknown, out of the range, closed, of several of one name, below its child, or itself bad', async () => {
    const school = (more: TitledRow): TitledRow => ({ 上级单位: '东街镇', 名称: '试校', 类别: '学校', ...more })
    expect(await problemsOf([
      school({ 名称: '一校', 上级单位: '没有的镇' }), school({ 名称: '二校', 上级单位: '北乡' }), school({ 名称: '三校', 上级单位: '' }),
      school({ 名称: '四校', 上级单位: '后来的社区' }), { 上级单位: '东街镇', 名称: '后来的社区', 类别: '行政区划' },
      school({ 名称: '五校', 上级单位: '坏社区' }), { 上级单位: '东街镇', 名称: '坏社区', 类别: '天上' }, school({ 名称: '六校', 上级单位: '六校' }),
    ])).toEqual([
      [2, '上级单位', '没有找到这个上级单位，或者它不在您的管理范围内。'], [3, '上级单位', '没有找到这个上级单位，或者它不在您的管理范围内。'],
      [4, '上级单位', '请填写上级单位的名称或代码。'], [5, '上级单位', '上级单位在第6行，请把它移到本行之前。'],
      [7, '上级单位', '上级单位所在的第8行有问题，请先修改那一行。'],
      [8, '类别', '类别无法识别，请填：行政区划、学校、企业、机关、其他。'], [9, '上级单位', '单位不能以自己为上级，请核对。'],
    ])
  })

  it('are told everything that is wrong with them at once, the unknown parent beside what could not be read', async () => {
    const bad = { 名称: '试校', 类别: '天上', 组建日期: '2023-02-30' }
    const kind = '类别无法识别，请填：行政区划、学校、企业、机关、其他。'
    const day = '组建日期无法识别，请写成2020-05-01这样的日期。'
    expect(await problemsOf([{ ...bad, 上级单位: '没有的镇' }, { ...bad, 单位代码: '990100100019999' }, { ...bad, 上级单位: '东街镇' },
      { ...bad, 上级单位: '后来的社区' }, { 上级单位: '东街镇', 名称: '后来的社区', 类别: '行政区划' }])).toEqual([
      [2, '类别', kind], [2, '组建日期', day], [2, '上级单位', '没有找到这个上级单位，或者它不在您的管理范围内。'],
      [3, '类别', kind], [3, '组建日期', day], [3, '单位代码', '没有找到这个单位代码，或者它不在您的管理范围内；新单位请把代码留空。'],
      [4, '类别', kind], [4, '组建日期', day],
      [5, '类别', kind], [5, '组建日期', day], [5, '上级单位', '上级单位在第6行，请把它移到本行之前。'],
    ])
    // A row that can be read but misses its kind is told of both, too.
    expect(await problemsOf([{ 上级单位: '没有的镇', 名称: '试校' }])).toEqual([
      [2, '上级单位', '没有找到这个上级单位，或者它不在您的管理范围内。'], [2, '类别', '请填写类别：行政区划、学校、企业、机关或其他。']])
    // Nor does one difference from the register that an import may not change hide the next.
    expect(await problemsOf([{ 单位代码: '990100100010001', 名称: '东一村', 上级单位: '西街镇', 类别: '学校' }])).toEqual([
      [2, '类别', '类别与登记的不同；类别不能更改，请改回，或另建单位。'],
      [2, '上级单位', '上级单位与登记的不同；移动单位请打开单位页办理，并写明日期和原因。']])
  })

  it('are refused twice: under one parent by one name, in the table or in the register, and for two rows of one code', async () => {
    expect(await problemsOf([
      { 上级单位: '东街镇', 名称: '东街小学', 类别: '学校' }, { 上级单位: '东街镇', 名称: '新校', 类别: '学校' }, { 上级单位: '99010010001', 名称: '新 校', 类别: '学校' },
      { 上级单位: '东街镇', 名称: '新校', 类别: '企业' }, { 上级单位: '西街镇', 名称: '新校', 类别: '学校' },
    ])).toEqual([
      [2, '名称', '同一上级下已有同名单位；要修改它，请填写它的单位代码。'], [5, '名称', '与第3行同名，且上级相同，请只留一行。'],
    ])
    expect(await problemsOf([
      { 单位代码: '990100100010001', 名称: '东一村' }, { 单位代码: '990100100010001', 名称: '东一村' }, { 单位代码: '990100100010002', 名称: '东一村' },
    ])).toEqual([[3, '单位代码', '与第2行是同一个单位，请只留一行。'], [4, '名称', '同一上级下已有同名单位；要修改它，请填写它的单位代码。']])
  })

  it('are refused for what has a day and a reason of its own, or cannot be', async () => {
    const east: TitledRow = { 单位代码: '990100100010001', 名称: '东一村' }
    expect(await problemsOf([
      { ...east, 上级单位: '西街镇' }, { 单位代码: '990100100010002', 名称: '东二村', 类别: '学校' }, { 单位代码: '99010010002', 名称: '西街镇', 组建日期: '2011-01-01' },
      { 单位代码: '9901001', 名称: '甲新区' }, { 单位代码: '990100200010001', 名称: '北一村' }, { 单位代码: 'A1', 名称: '甲' },
      { 上级单位: '东街小学', 名称: '某村', 类别: '行政区划' }, { 上级单位: '东街镇', 名称: '某校', 类别: '学校', 层级: '县级' }, { 上级单位: '东街镇', 名称: '某厂' },
      { 上级单位: '东街镇', 名称: '未来校', 类别: '学校', 组建日期: '2027-01-01' }, { 上级单位: '东街镇', 名称: '错日校', 类别: '学校', 组建日期: '2023-02-30' },
      { 上级单位: '东街镇', 名称: '长'.repeat(61), 类别: '学校' },
    ])).toEqual([
      [2, '上级单位', '上级单位与登记的不同；移动单位请打开单位页办理，并写明日期和原因。'], [3, '类别', '类别与登记的不同；类别不能更改，请改回，或另建单位。'],
      [4, '组建日期', '组建日期与登记的不同，导入不能更改；请核对，需要更正的请打开单位页办理。'], [5, '名称', '这是您所在的单位，更名请由上一级关工委办理。'],
      [6, '单位代码', '没有找到这个单位代码，或者它不在您的管理范围内；新单位请把代码留空。'], [7, '单位代码', '单位代码是一串数字；新单位请留空，由系统编定。'],
      [8, '类别', '行政区划只能设在行政区划之下，请核对上级单位。'], [9, '层级', '按上级单位，它应是村级；请更正层级或上级单位。'],
      [10, '类别', '请填写类别：行政区划、学校、企业、机关或其他。'], [11, '组建日期', '组建日期不能晚于今天，请核对。'],
      [12, '组建日期', '组建日期无法识别，请写成2020-05-01这样的日期。'], [13, '名称', '名称不能超过60个字，请缩短。'],
    ])
  })

  it('are taken back as though they had never been, unless something was built on them since, which is named', async () => {
    const before = await Promise.all(['unit.due', 'unit.founded'].map(live))
    const { id } = await scene.bring('李组长', [
      { 上级单位: '东街镇', 名称: '甲厂', 类别: '企业', 组建日期: '2021-01-01' }, { 上级单位: '东街镇', 名称: '乙厂', 类别: '企业', 组建日期: '2021-01-01' },
      { 上级单位: '东街镇', 名称: '丙厂', 类别: '企业' }, { 上级单位: '东街镇', 名称: '丁社区', 类别: '行政区划' }, { 上级单位: '丁社区', 名称: '丁校', 类别: '学校' },
    ])
    const factory = await city.unitId((await unitOf('乙厂')).code)
    await scene.ask('李组长', 'POST', '/posts', { unitId: factory, titleCode: 'director', seats: 1, fromOn: '2021-02-01' })
    const third = (await scene.ask('李组长', 'GET', `/units/${await city.unitId((await unitOf('丙厂')).code)}`)).body
    await scene.ask('李组长', 'POST', `/units/${third.id}/establish`, { version: 1, on: '2026-03-01' })
    expect((await scene.undo('李组长', id)).body).toMatchObject({ state: 'undone', undoneCount: 3, kept: [
      { rowNumber: 3, why: '该单位已有人员、职务或工作记录' }, { rowNumber: 4, why: '导入后已有人修改' }] })
    expect([(await unitOf('甲厂')).closed_on, (await unitOf('丁社区')).closed_on, (await unitOf('丁校')).closed_on, (await unitOf('乙厂')).closed_on])
      .toEqual(['2026-03-16', '2026-03-16', '2026-03-16', null])
    expect(await Promise.all(['unit.due', 'unit.founded'].map(live))).toEqual([before[0]! + 2, before[1]! + 2])
    const again = await scene.bring('李组长', [{ 上级单位: '东街镇', 名称: '甲厂', 类别: '企业' }])
    expect(again.created).toBe(1)
  })

  it('are for those who keep units, each in the own range', async () => {
    const bytes = await workbookOf([{ 上级单位: '甲区', 名称: '区直校', 类别: '学校' }])
    expect((await scene.upload('孙主任', bytes)).status).toBe(403)
    expect((await scene.upload('郑部长', bytes)).status).toBe(403)
    expect((await scene.check('赵干事', bytes)).problems).toEqual([[2, '上级单位', '没有找到这个上级单位，或者它不在您的管理范围内。']])
    expect((await scene.check('系统员', bytes)).problems).toEqual([])
  })
})
