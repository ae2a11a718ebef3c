import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { volunteerImport } from '#modules/volunteers/index.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { Import } from '../contract.ts'
import { makeImportsModule } from '../module.ts'
import { importScene } from './testing/import-scene.ts'
import { messyRows, messyWorkbook, type MessyRow } from './testing/messy-workbook.ts'

describe('importing a workbook as offices keep it', () => {
  let city: TestCity
  let server: Awaited<ReturnType<TestCity['serve']>>
  let started: Import
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
  })
  afterAll(() => city.close())

  type Scene = ReturnType<typeof importScene>
  const post: Scene['post'] = (...asked) => importScene(city, server).post(...asked)
  const get: Scene['get'] = (...asked) => importScene(city, server).get(...asked)
  const upload: Scene['upload'] = (...asked) => importScene(city, server).upload(...asked)
  const names = async () => (await city.owner.query<{ name: string }>(`select name from volunteers.volunteers where city_id = $1
    and status = 'active' order by name`, [city.cityId])).rows.map(({ name }) => name)

  it('finds the table below title and note and proposes the columns', async () => {
    const { status, body } = await upload('赵干事', await messyWorkbook(messyRows))
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'received', rowCount: 8, unitCode: '99010010001', mapping: {
      name: 1, sex: 2, idNumber: 3, birthOn: 4, phone: 5, unit: 6, categories: 7, joinedOn: 8, skills: 9 } })
    expect(body.samples['1']).toBe('王秀英')
    started = body
  })

  it('shows before anything is written which rows are good, and why the others are not', async () => {
    const { body } = await post('赵干事', `/imports/${started.id}/mapping`, { mapping: started.mapping })
    expect(body).toMatchObject({ state: 'checked', rowCount: 8, badCount: 5 })
    const problems = (await get('赵干事', `/imports/${started.id}/problems`)).json()
    expect(problems.items.map((item: { rowNumber: number; problems: { column: string }[] }) =>
      [item.rowNumber, item.problems.map(({ column }) => column)])).toEqual([
      [7, ['身份证号']], [8, ['身份证号']], [9, ['出生日期']], [10, ['五老类别']], [11, ['所属单位']]])
    expect(await names()).toEqual([])
  })

  it('gives the user back the own workbook with the reason in a comment', async () => {
    const answer = await get('赵干事', `/import-workbook?id=${started.id}`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(answer.rawPayload as never)
    const sheet = workbook.getWorksheet('五老名册')
    expect(sheet?.getCell('A1').text).toBe('试验市五老队伍花名册')
    expect(JSON.stringify(sheet?.getCell('D7').note)).toContain('校验位不符')
    expect(JSON.stringify(sheet?.getCell('D8').note)).toContain('第4行')
    expect(sheet?.getCell('L9').text).toContain('出生日期无法识别')
    expect(sheet?.getCell('L4').text).toBe('可以导入')
  })

  it('imports the good rows with terms, audit and facts', async () => {
    const { body } = await post('赵干事', `/imports/${started.id}/commit`)
    expect(body).toMatchObject({ state: 'committed', createdCount: 3, badCount: 5 })
    expect(await names()).toEqual(['李建国', '王秀英', '䶮𤧯'].toSorted())
    const list = (await get('赵干事', '/volunteers?q=ljg')).json()
    expect(list.items).toMatchObject([{ name: '李建国', unitName: '东一村', phone: '15400002222', joinedOn: '2020-06-01', ageYears: 66 }])
    const count = async (text: string) => Number((await city.owner.query(text, [city.cityId])).rows[0].count)
    expect(await count(`select count(*) from audit.entries where city_id = $1 and verb = 'volunteer.imported' and person_name = '赵干事'`)).toBe(3)
    expect(await count(`select count(*) from audit.entries where city_id = $1 and verb = 'import.committed'`)).toBe(1)
    expect(await count(`select count(*) from figures.facts where city_id = $1 and measure = 'volunteer.active'`)).toBe(3)
  })

  it('is committed once', async () => {
    expect(await post('赵干事', `/imports/${started.id}/commit`)).toMatchObject({ status: 409, body: { code: 'WRONG_STATE' } })
  })

  it('knows the people again when the same file comes back', async () => {
    const { body } = await upload('赵干事', await messyWorkbook(messyRows))
    const checked = (await post('赵干事', `/imports/${body.id}/mapping`, { mapping: body.mapping })).body
    expect(checked.badCount).toBe(8)
    expect(await post('赵干事', `/imports/${body.id}/commit`)).toMatchObject({ status: 409, body: { code: 'NOTHING_TO_IMPORT' } })
  })

  it('is undone but for rows changed since, which are named; figures follow', async () => {
    const [changed] = (await get('赵干事', '/volunteers?q=王秀英')).json().items
    await server.inject({ method: 'PATCH', url: `/api/volunteers/${changed.id}`, headers: { cookie: await city.cookieOf('赵干事') },
      payload: { version: 1, capacity: 4 } })
    const { body } = await post('赵干事', `/imports/${started.id}/undo`)
    expect(body).toMatchObject({ state: 'undone', undoneCount: 2, kept: [{ rowNumber: 4, why: '导入后已有人修改' }] })
    expect(await names()).toEqual(['王秀英'])
    const { rows } = await city.owner.query(`select count(*) filter (where sign = 1) - count(*) filter (where sign = -1) as live from figures.facts
      where city_id = $1 and measure = 'volunteer.active'`, [city.cityId])
    expect(Number(rows[0].live)).toBe(1)
    expect((await get('赵干事', '/volunteers?q=ljg')).json().items).toEqual([])
  })

  it('may be imported again after the undo', async () => {
    const { body } = await upload('赵干事', await messyWorkbook(messyRows))
    expect((await post('赵干事', `/imports/${body.id}/mapping`, { mapping: body.mapping })).body.badCount).toBe(6)
  })

  it('of many rows runs in the background, for the person and unit that asked', async () => {
    const many: MessyRow[] = Array.from({ length: 2100 },
      (_, at) => [at, `林${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${String.fromCodePoint(0x4e00 + at)}`, '男', '', '1950-01-01', '', '', '老干部', '2020-01-01', '', ''])
    const { body } = await upload('钱干事', await messyWorkbook(many))
    await post('钱干事', `/imports/${body.id}/mapping`, { mapping: body.mapping })
    expect((await post('钱干事', `/imports/${body.id}/commit`)).body.state).toBe('committing')
    await runJobsInline(city, [makeImportsModule([volunteerImport])])
    expect((await get('钱干事', `/imports/${body.id}`)).json()).toMatchObject({ state: 'committed', createdCount: 2100, progress: null, failure: null })
    const { rows } = await city.owner.query(`select distinct person_name, role_code from audit.entries where city_id = $1
      and verb = 'volunteer.imported' and scope_code = 990100100020000000`, [city.cityId])
    expect(rows).toEqual([{ person_name: '钱干事', role_code: 'office' }])
  }, 90_000)

  it('is for offices, and a neighbour finds nothing of it', async () => {
    expect((await upload('孙主任', await messyWorkbook(messyRows))).status).toBe(403)
    expect((await get('钱干事', `/imports/${started.id}`)).statusCode).toBe(404)
    expect((await post('钱干事', `/imports/${started.id}/undo`)).status).toBe(404)
    expect((await get('钱干事', `/import-workbook?id=${started.id}`)).statusCode).toBe(404)
    expect((await get('郑部长', '/imports')).statusCode).toBe(403)
    // A care worker imports forms of children, and sees no import of volunteers.
    expect((await get('孙主任', '/imports')).json()).toMatchObject({ items: [] })
  })
})
