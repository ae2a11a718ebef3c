import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { exchangeScene, workbookOf, type TitledRow } from './testing/exchange-scene.ts'

describe('posts with their holders from a workbook', () => {
  let city: TestCity
  let scene: ReturnType<typeof exchangeScene>
  beforeAll(async () => {
    city = await openTestCity()
    scene = exchangeScene(city, await city.serve(), 'posts')
  })
  afterAll(() => city.close())

  const holders = async (unit = '东街镇') => (await city.owner.query<{ said: string }>(
    `select concat_ws(' ', p.title_code, coalesce(t.person_name, '-'), t.from_on, t.due_to_end_on, t.is_full_time) as said
       from organization.posts p join organization.units u on u.city_id = p.city_id and u.id = p.unit_id
       left join organization.terms t on t.city_id = p.city_id and t.post_id = p.id and t.until_on is null
      where p.city_id = $1 and u.name = $2 and p.closed_on is null order by p.id`, [city.cityId, unit])).rows.map(({ said }) => said)
  /** What is counted now, day by day: the sum of all facts up to the day. */
  const live = async (measure: string, on = '2026-03-16') => Number((await city.owner.query(
    'select coalesce(sum(sign), 0) as live from figures.facts where city_id = $1 and measure = $2 and happened_on <= $3',
    [city.cityId, measure, on])).rows[0].live)
  const problemsOf = async (rows: TitledRow[]) => (await scene.check('赵干事', await workbookOf(rows))).problems
  const town = (职务: string, 姓名: string, more: TitledRow = {}): TitledRow => ({ 单位: '东街镇', 职务, 姓名, 任职日期: '2022-03-01', ...more })

  it('set up seats and fill them; dates of every form, a vacant seat, a gap in a name', async () => {
    const { created, changed } = await scene.bring('赵干事', [
      town('主任', '马 某'), town('执行主任', '刘某某', { 届满日期: '2027年2月28日', 专兼职: '专职' }), town('副主任', '高某', { 任职日期: '２０２３．５．１' }),
      town('副主任', '林某', { 设置日期: '2020-01-01' }), town('委员', '（空缺）', { 任职日期: '' }), { ...town('秘书长', '高某'), 单位: '99010010001' },
    ])
    expect([created, changed]).toEqual([6, 0])
    expect(await holders()).toEqual(['director 马某 2022-03-01 f', 'executive-director 刘某某 2022-03-01 2027-02-28 t', 'deputy-director 高某 2023-05-01 f',
      'deputy-director 林某 2022-03-01 f', 'member -', 'secretary-general 高某 2022-03-01 f'])
    expect([await live('post.holder'), await live('staff.full-time'), await live('post.vacant'), await live('post.vacant', '2021-01-01')]).toEqual([5, 1, 1, 1])
  })

  it('come back unchanged when the export is imported as it is', async () => {
    const table = await scene.takeOut('赵干事')
    expect(table.titles.slice(0, 7)).toEqual(['单位代码', '单位', '职务', '席位', '姓名', '专兼职', '任职日期'])
    expect(await scene.check('赵干事', await table.bytes())).toMatchObject({ badCount: 0, preview: { created: 0, changed: 0, unchanged: 6 } })
  })

  it('change only what was changed in the export: a name put right, a successor, a later end, a vacancy filled – and back', async () => {
    const before = [await holders(), await live('post.holder'), await live('post.vacant'), await live('post.held.deputy-director')]
    const table = await scene.takeOut('赵干事')
    table.set({ 姓名: '马某' }, '姓名', '马某某')
    table.set({ 姓名: '刘某某' }, '届满日期', '2028-02-28')
    table.set({ 姓名: '林某' }, '任职日期', '2026-02-01')
    table.set({ 姓名: '林某' }, '前任卸任方式', '届满')
    table.set({ 姓名: '林某' }, '姓名', '何某')
    table.set({ 职务: '委员' }, '任职日期', '2026-03-16')
    table.set({ 职务: '委员' }, '姓名', '罗某')
    const { id, preview, problems } = await scene.check('赵干事', await table.bytes())
    expect([preview, problems]).toEqual([{ created: 0, changed: 4, unchanged: 2 }, []])
    expect((await scene.commit('赵干事', id)).body).toMatchObject({ createdCount: 0, changedCount: 4 })
    expect(await holders()).toEqual(['director 马某某 2022-03-01 f', 'executive-director 刘某某 2022-03-01 2028-02-28 t', 'deputy-director 高某 2023-05-01 f',
      'deputy-director 何某 2026-02-01 f', 'member 罗某 2026-03-16 f', 'secretary-general 高某 2022-03-01 f'])
    const { rows } = await city.owner.query(`select until_on::text, ending from organization.terms where city_id = $1 and person_name = '林某'`, [city.cityId])
    expect(rows).toEqual([{ until_on: '2026-01-31', ending: 'expired' }])
    expect([await live('post.holder'), await live('post.vacant')]).toEqual([6, 0])

    expect((await scene.undo('赵干事', id)).body).toMatchObject({ undoneCount: 4, kept: [] })
    expect([await holders(), await live('post.holder'), await live('post.vacant'), await live('post.held.deputy-director')]).toEqual(before)
  })

  it('are refused for a unit that is unknown, out of the range or not founded, and for a title or seat that does not exist', async () => {
    expect(await problemsOf([
      { ...town('主任', '甲某'), 单位: '没有的镇' }, { ...town('主任', '甲某'), 单位: '北乡' }, town('大主任', '甲某'), town('主任', '甲某', { 席位: '7' }),
      town('主任', '甲某', { 单位: '' }), town('主任', '甲某', { 席位: '一' }), town('主任', '甲某', { 专兼职: '半职' }),
    ])).toEqual([
      [2, '单位', '没有找到这个单位，或者它不在您的管理范围内。'], [3, '单位', '没有找到这个单位，或者它不在您的管理范围内。'],
      [4, '职务', '职务无法识别，请填：主任、执行主任、常务副主任、副主任、秘书长、委员、工作人员。'],
      [5, '席位', '该单位没有这一职务的这个席位；新设的席位请把序号留空。'], [6, '单位', '请填写单位的名称或代码。'],
      [7, '席位', '席位是1、2、3这样的序号；新设的席位请留空。'], [8, '专兼职', '请填专职或兼职。'],
    ])
    // Everything that is wrong with a row is told at once.
    expect(await problemsOf([{ ...town('大主任', '甲某', { 席位: '一' }), 单位: '没有的镇' }])).toEqual([
      [2, '职务', '职务无法识别，请填：主任、执行主任、常务副主任、副主任、秘书长、委员、工作人员。'],
      [2, '席位', '席位是1、2、3这样的序号；新设的席位请留空。'], [2, '单位', '没有找到这个单位，或者它不在您的管理范围内。'],
    ])
    const village = await workbookOf([{ 单位: '西一村', 职务: '主任', 姓名: '甲某', 任职日期: '2022-03-01' },
      { 单位: '西一村', 职务: '主任', 姓名: '乙某', 任职日期: '2月30日' }])
    expect((await scene.check('钱干事', village)).problems).toEqual([[2, '单位', '该单位的关工委尚未组建，请先登记组建。'],
      [3, '任职日期', '任职日期无法识别，请写成2020-05-01这样的日期。'], [3, '单位', '该单位的关工委尚未组建，请先登记组建。']])
  })

  it('are refused when a term is reversed, ahead, missing its first day, or before the committee or the seat', async () => {
    expect(await problemsOf([
      town('委员', '甲某', { 任职日期: '2024-03-01', 届满日期: '2021-03-01' }), town('委员', '乙某', { 任职日期: '2027-01-01' }), town('委员', '丙某', { 任职日期: '' }),
      town('工作人员', '丁某', { 任职日期: '2009-01-01' }), town('委员', '戊某', { 任职日期: '2月30日' }),
      town('委员', '己某', { 任职日期: '2022-01-01', 设置日期: '2023-01-01' }), town('委员', '庚某', { 席位: '1' }),
    ])).toEqual([
      [2, '届满日期', '届满日期应晚于任职日期，请核对是否填反。'], [3, '任职日期', '任职日期不能晚于今天，请在到任当天办理。'], [4, '任职日期', '请填写任职日期。'],
      [5, '任职日期', '日期不能早于该单位关工委的组建日期，请核对。'], [6, '任职日期', '任职日期无法识别，请写成2020-05-01这样的日期。'],
      [7, '任职日期', '任职日期不能早于职务的设置日期。'], [8, '任职日期', '任职日期不能早于职务设置日期，也不能与前任的任期重叠。'],
    ])
  })

  it('are refused for somebody in two exclusive posts of one committee, in the register or in the table', async () => {
    const only = '主任、执行主任、常务副主任、副主任一人只任其一。如确是同名的两人，请打开单位页登记。'
    expect(await problemsOf([town('常务副主任', '马某'), town('副主任', '新某'), town('常务副主任', '新某'), town('委员', '新某'), town('委员', '新某')])).toEqual([
      [2, '职务', `同名的人在本单位已任这一职务或另一领导职务；${only}`], [4, '职务', `与第3行是同一人；${only}`], [6, '职务', `与第5行是同一人；${only}`],
    ])
  })

  it('are refused where it is not clear who follows whom', async () => {
    const deputy = (姓名: string, more: TitledRow): TitledRow => ({ 单位: '东街镇', 职务: '副主任', 席位: '1', 姓名, ...more })
    expect(await problemsOf([deputy('甲某', { 任职日期: '' })])).toEqual([
      [2, '任职日期', '姓名与登记的任职人不同：更正姓名请照填原任职日期；换人请填新的任职日期和前任卸任方式。']])
    expect(await problemsOf([deputy('甲某', { 任职日期: '2026-01-01' })])).toEqual([[2, '前任卸任方式', '换人请填写前任卸任方式：届满、辞任、调离、免职或去世。']])
    expect(await problemsOf([deputy('甲某', { 任职日期: '2020-01-01', 前任卸任方式: '届满' })])).toEqual([
      [2, '任职日期', '新的任职日期应晚于现任的任职日期；若只是更正姓名，请照填原任职日期。']])
    expect(await problemsOf([deputy('高某', { 任职日期: '2022-01-01' })])).toEqual([
      [2, '任职日期', '此人任这一职务的日期与登记的不同，导入不能更改，请核对。']])
    expect(await problemsOf([deputy('空缺', {})])).toEqual([[2, '姓名', '该职务有人在任；卸任请打开单位页登记，并写明日期和方式。']])
    expect(await problemsOf([deputy('高某', {}), deputy('高某', {})])).toEqual([[3, '职务', '与第2行是同一个席位，请只留一行。']])
  })

  it('are taken back as though they had never been, unless changed since, which is named', async () => {
    const before = [await live('post.holder'), await live('post.seat.member'), await live('post.vacant')]
    const { id } = await scene.bring('赵干事', [
      { 单位: '东一村', 职务: '主任', 姓名: '甲某', 任职日期: '2021-01-01' }, { 单位: '东一村', 职务: '委员', 姓名: '乙某', 任职日期: '2021-01-01' }])
    const village = await city.unitId('990100100010001')
    const [post] = (await scene.ask('赵干事', 'GET', `/posts?unitId=${village}&title=director`)).body.items
    await scene.ask('赵干事', 'POST', `/terms/${post.holder.id}/end`, { version: 1, untilOn: '2026-03-01', ending: 'resigned' })
    expect((await scene.undo('赵干事', id)).body).toMatchObject({ undoneCount: 1, kept: [{ rowNumber: 2, why: '导入后已有人修改' }] })
    expect(await holders('东一村')).toEqual(['director -'])
    expect([await live('post.holder'), await live('post.seat.member'), await live('post.vacant')]).toEqual([before[0], before[1], before[2]! + 1])
  })

  it('are for offices, each in the own range', async () => {
    const bytes = await workbookOf([{ 单位: '西街镇', 职务: '主任', 姓名: '甲某', 任职日期: '2022-03-01' }])
    for (const name of ['孙主任', '郑部长', '系统员'] as const) expect((await scene.upload(name, bytes)).status, name).toBe(403)
    expect((await scene.check('赵干事', bytes)).problems).toEqual([[2, '单位', '没有找到这个单位，或者它不在您的管理范围内。']])
    expect((await scene.check('李组长', bytes)).problems).toEqual([])
  })
})
