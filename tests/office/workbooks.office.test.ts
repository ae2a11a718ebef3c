import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { poppler } from './rendered-pages.ts'
import { convert, convertAll, flatTable, keptWidths, readMarked, type KeptTable } from './libreoffice.ts'
import { bringIn, takeOut, type BroughtIn } from './office-scene.ts'

const volunteers: KeptTable = {
  sheetName: '五老名册', title: '试验市五老队伍花名册', notes: ['填报单位：东街镇', '', '', '填报时间：2026年3月'],
  headings: ['序号', '姓 名', '性别', '身份证号码', '出生年月日', '手机号码', '所在单位', '五老类别', '加入时间', '特长', '备注'],
  rows: [
    [1, '王秀英', '女', '990101195503051226', '1955年3月5日', '１５４００００１１１１', '', '老教师、老模范', '2019.5.1', '书法', ''], // 4
    [2, '李 建国', '男', '９９０１０１１９６００１０１１０３４', { day: '1960-01-01' }, '154-0000-2222', '东一村', '老干部', { day: '2020-06-01' }, '', ''], // 5
    [], // 6
    [3, '赵错码', '男', '990101195503051219', '1955-03-05', 15400003333, '', '老教师', '2021-01-01', '', ''], // 7
    [4, '王秀英', '女', '990101195503051226', '19550305', '15400001111', '', '老教师', '2019-05-01', '', '重复'], // 8
    [5, '孙日期', '女', '', '1952年2月30日', '', '', '老战士', '2020／1／1', '', ''], // 9
    [], [], // 10, 11
    [6, '周类别', '男', '', '1950-01-01', '', '', '老朋友', '2020-01-01', '', ''], // 12
    [7, '吴他乡', '男', '', '1950-01-02', '', '北乡', '老专家', '2020-01-01', '', ''], // 13
    [8, '䶮𤧯', '女', '', { day: '1954-10-03' }, 15400004444, '', '老专家', '20200101', '', ''], // 14
  ],
}
const lostDigits = { ...volunteers, rows: [[1, '冯丢数', '女', 990101195503051226, '1955-03-05', '', '', '老教师', '2019-05-01', '', '']] }
const staff = [
  '工作人员登记表,,,,', '单位名称,人员姓名,手机号码,岗位,用户名', '东街镇,郝干事,15400000101,,', '西街镇,邱干事,154-0000-0102,关工委工作人员,qiu', ',,,,',
  '没有的镇,邹干事,15400000103,,', '东街镇,郝干事,１５４０００００１０１,,', '东街镇,薛干事,1540000,,', '东街镇,雷干事,15400000104,大总管,',
]
const units: KeptTable = {
  sheetName: '组织建设', title: '甲区关工委组织建设情况统计表', headings: ['序号', '上级单位', '单位名称', '单位类别', '已建时间', '办公地址', '联系电话'],
  rows: [
    [1, '东街镇', '东街中学', '学校', '２０１５年９月１日', '学府路１号', '15400000201'], [2, '东街镇', '东街棉纺厂', '企业', { day: '2018-04-28' }, '', ''], [],
    [3, '没有的镇', '某校', '学校', '2019.9.1', '', ''], [4, '北乡', '北乡小学', '学校', '2019-9-1', '', ''], [5, '东街镇', '东街小学', '学校', '', '', ''],
    [6, '西街镇', '西街小学', '学校', '2023-02-30', '', ''], [7, '西街镇', '西街幼儿园', '学校', '', '', ''], [8, '西街镇', '西街幼儿园', '学校', '', '', ''],
  ],
}
const posts: KeptTable = {
  sheetName: '领导班子', title: '领导班子成员名单', headings: ['序号', '单位', '职务', '姓名', '任职时间', '届满时间', '专兼职'],
  rows: [
    [1, '东街镇', '主任', '马某', '2022.3.1', { day: '2027-02-28' }, '兼职'], [2, '东街镇', '副主任', '高 某', { day: '2023-05-01' }, '', '专职'], [],
    [3, '东街镇', '常务副主任', '马某', '2022.3.1', '', ''], [4, '东街镇', '委员', '林某', '2025-01-01', '2022-01-01', ''],
    [5, '西一村', '主任', '何某', '2022年3月1日', '', ''], [6, '东街镇', '大主任', '郭某', '2022-03-01', '', ''],
  ],
}

describe('workbooks that LibreOffice saved', () => {
  let city: TestCity
  let done: Record<'volunteers' | 'lost' | 'staff' | 'units' | 'posts', BroughtIn>
  /** Our marked files and exports as LibreOffice saves them. */
  let flat: Record<'volunteers' | 'units' | 'posts' | 'unitsOut' | 'postsOut', Buffer>
  // Files of one kind go through one start of LibreOffice: a start costs more than all files of this test.
  beforeAll(async () => {
    city = await openTestCity()
    const tables = [volunteers, lostDigits, units, posts].map(flatTable)
    const [volunteersIn, lostIn, unitsIn, postsIn] = await convertAll(tables, 'fods', 'xlsx')
    const staffIn = await convert(`\uFEFF${staff.join('\r\n')}\r\n`, 'csv', 'xlsx')
    done = {
      volunteers: await bringIn(city, '赵干事', 'volunteers', volunteersIn!), lost: await bringIn(city, '赵干事', 'volunteers', lostIn!),
      staff: await bringIn(city, '安全员', 'staff', staffIn), units: await bringIn(city, '李组长', 'units', unitsIn!),
      posts: await bringIn(city, '李组长', 'posts', postsIn!),
    }
    const exported = [await takeOut(city, '李组长', '/api/exports/units.xlsx'), await takeOut(city, '李组长', '/api/exports/posts.xlsx')]
    const ours = await convertAll([done.volunteers.marked, done.units.marked, done.posts.marked, ...exported], 'xlsx', 'fods')
    flat = { volunteers: ours[0]!, units: ours[1]!, posts: ours[2]!, unitsOut: ours[3]!, postsOut: ours[4]! }
  }, 900_000)
  afterAll(() => city.close())

  /** LibreOffice opens the marked file: the reasons are remarks, and title, headings and widths are as the office made them. */
  function expectOwnLooks(kind: 'volunteers' | 'units' | 'posts', table: KeptTable): void {
    const { remarks, styleOf, widths, titleSpan, table: text } = readMarked(flat[kind], table.sheetName)
    const { problems } = done[kind]
    for (const [, sentence] of problems) expect(remarks.some((remark) => remark.includes(sentence)), sentence).toBe(true)
    expect(titleSpan).toBe(table.headings.length)
    expect(styleOf(table.title)).toMatch(/font-weight="bold"/)
    expect(styleOf(table.title)).toMatch(/font-size="20pt"/)
    expect(styleOf(table.headings[2] ?? '')).toMatch(/background-color="#ffe699"/i)
    for (const [at, width] of keptWidths.entries()) expect(Math.abs((widths[at] ?? 0) - width), `column ${at + 1}`).toBeLessThan(1.5)
    expect(text).toContain('导入结果')
    expect(text).toContain('可以导入')
  }

  test('volunteers: good rows go in, bad ones come back in the own file with the reason in a remark', async () => {
    const { problems, created, marked } = done.volunteers
    expect(problems.map(([row, sentence]) => [row, sentence.slice(0, 8)])).toEqual([
      [7, '身份证号码校验位'], [8, '身份证号码与第4'], [9, '出生日期无法识别'], [12, '五老类别无法识别'], [13, '没有找到这个单位'],
    ])
    expect(created).toBe(3)
    const { rows } = await city.owner.query('select name from volunteers.volunteers where city_id = $1 order by name', [city.cityId])
    expect(rows.map(({ name }) => name)).toEqual(['李建国', '王秀英', '䶮𤧯'].toSorted())
    expectOwnLooks('volunteers', volunteers)
    expect(poppler('pdftotext', await convert(marked, 'xlsx', 'pdf'))).toContain('试验市五老队伍花名册')
  }, 400_000)

  test('an identity number that the program took for a number has lost its last digits, and that is said', () => {
    expect(done.lost.problems).toEqual([[4, '这个号码在表格里存成了数字，末几位已经丢失；请把这一列设为“文本”，重新填写号码。']])
  })

  test('staff kept as .csv, opened and saved as a workbook', async () => {
    const { problems, created, marked } = done.staff
    expect(problems.map(([row, sentence]) => [row, sentence.slice(0, 7)])).toEqual([
      [6, '没有找到这个单'], [7, '用户名（或手机'], [8, '电话号码不正确'], [9, '没有这个角色，']])
    expect(created).toBe(2)
    const sheet = (await convert(marked, 'xlsx', 'csv')).toString('utf8')
    expect(sheet).toContain('导入结果')
    expect(sheet).toContain('没有找到这个单位，请核对名称或填写单位代码。')
  }, 400_000)

  test('units: title, dates of every form, a blank line, a parent out of range, a name twice', async () => {
    expect(done.units.problems).toEqual([
      [6, '没有找到这个上级单位，或者它不在您的管理范围内。'], [7, '没有找到这个上级单位，或者它不在您的管理范围内。'],
      [8, '同一上级下已有同名单位；要修改它，请填写它的单位代码。'], [9, '组建日期无法识别，请写成2020-05-01这样的日期。'], [11, '与第10行同名，且上级相同，请只留一行。'],
    ])
    expect(done.units.created).toBe(3)
    const { rows } = await city.owner.query(`select name, established_on::text as founded, address from organization.units
      where city_id = $1 and name in ('东街中学', '东街棉纺厂') order by name`, [city.cityId])
    expect(rows).toEqual([{ name: '东街中学', founded: '2015-09-01', address: '学府路1号' }, { name: '东街棉纺厂', founded: '2018-04-28', address: null }])
    expectOwnLooks('units', units)
  })

  test('posts: a second exclusive post, a reversed term, a committee not founded, an unknown title', () => {
    expect(done.posts.problems.map(([row, sentence]) => [row, sentence.slice(0, 9)])).toEqual([
      [6, '与第3行是同一人；'], [7, '届满日期应晚于任职'], [8, '该单位的关工委尚未'], [9, '职务无法识别，请填']])
    expect(done.posts.created).toBe(2)
    expectOwnLooks('posts', posts)
  })

  test('an exported workbook changed and saved in LibreOffice brings in only the change', async () => {
    const changes = [['units', flat.unitsOut, '东街棉纺厂', '东街毛纺厂'], ['posts', flat.postsOut, '高某', '高某某']] as const
    const edited = changes.map(([, file, from, to]) => {
      const text = file.toString('utf8')
      expect(text).toContain(`>${from}<`)
      return text.replace(`>${from}<`, `>${to}<`)
    })
    const saved = await convertAll(edited, 'fods', 'xlsx')
    for (const [at, [kind]] of changes.entries()) {
      const { problems, created, changed: count } = await bringIn(city, '李组长', kind, saved[at]!)
      expect([kind, problems, created, count]).toEqual([kind, [], 0, 1])
    }
    const { rows } = await city.owner.query(`select short_name from organization.units where city_id = $1 and name = '东街毛纺厂'`, [city.cityId])
    expect(rows).toEqual([{ short_name: '东街毛纺厂关工委' }])
  }, 600_000)
})
