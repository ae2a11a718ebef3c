import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffImport } from '#modules/accounts/index.ts'
import { commitImport } from '#modules/imports/commands/commit-import.ts'
import { importScene } from '#modules/imports/commands/testing/import-scene.ts'
import { makeImportsModule } from '#modules/imports/module.ts'
import { closeUnit } from '#modules/organization/commands/close-unit.ts'
import { volunteerImport } from '#modules/volunteers/index.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { makeWorkbook } from '#platform/sheets/sample-files.ts'
import { meet } from '#tests/city/instant.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'

const kinds = new Map([staffImport, volunteerImport].map((kind) => [kind.code, kind]))
type Cells = (string | number)[]

describe('two workbooks that say the same are imported at one instant', () => {
  let city: TestCity
  let server: FastifyInstance
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
  })
  afterAll(() => city.close())

  const scene = () => importScene(city, server)
  const checked = async (name: PersonName, kind: string, rows: Cells[]) => {
    const bytes = await makeWorkbook((workbook) => workbook.addWorksheet('名册').addRows(rows))
    const { body } = await scene().upload(name, new Uint8Array(bytes), '名册.xlsx', kind)
    const { body: ready } = await scene().post(name, `/imports/${body.id}/mapping`, { mapping: body.mapping })
    expect(ready).toMatchObject({ state: 'checked', badCount: 0 })
    return String(body.id)
  }
  const problemsOf = async (name: PersonName, id: string) => (await scene().get(name, `/imports/${id}/problems`)).json().items
  const commitSlowly = (name: PersonName, id: string) => (untilMet: () => Promise<void>) => city.as(name, async (context) => {
    await commitImport(context, { id }, kinds)
    await untilMet()
  })

  const staff = (...names: string[]): Cells[] => [['姓名', '单位', '用户名'], ...names.map((name) => ['何新', '东街镇', name])]
  const volunteers = (...people: [string, string][]): Cells[] => [['姓名', '性别', '身份证号', '五老类别', '加入时间'],
    ...people.map(([name, idNumber]) => [name, '女', idNumber, '老教师', '2020-01-01'])]

  it('the second is told at its row that the sign-in name is taken, and its other rows are in', async () => {
    const [one, two] = [await checked('安全员', 'staff', staff('hexin', 'hejiu')), await checked('安全员', 'staff', staff('helao', 'HeXin'))]
    const [, second] = await meet(city, commitSlowly('安全员', one), () => scene().post('安全员', `/imports/${two}/commit`))
    expect(second).toMatchObject({ status: 'fulfilled', value: { status: 200, body: { state: 'committed', createdCount: 1, badCount: 1 } } })
    expect(await problemsOf('安全员', two)).toMatchObject([{ rowNumber: 3, problems: [{ column: '用户名', message: '这个用户名（或手机号）已有账号，不再重复开设。' }] }])
    const { rows } = await city.owner.query(`select sign_in_name as name from accounts.accounts where city_id = $1 and person_name = '何新' order by 1`,
      [city.cityId])
    expect(rows.map(({ name }) => name)).toEqual(['hejiu', 'helao', 'hexin'])
  })

  it('so is who registers the same volunteer a second time', async () => {
    const [one, two] = [await checked('赵干事', 'volunteers', volunteers(['王秀英', '990101195503051226'])),
      await checked('钱干事', 'volunteers', volunteers(['李秀兰', '990101196001011042'], ['王秀英', '990101195503051226']))]
    const [, second] = await meet(city, commitSlowly('赵干事', one), () => scene().post('钱干事', `/imports/${two}/commit`))
    expect(second).toMatchObject({ status: 'fulfilled', value: { status: 200, body: { state: 'committed', createdCount: 1, badCount: 1 } } })
    expect(await problemsOf('钱干事', two)).toMatchObject([{ rowNumber: 3, problems: [{ column: '身份证号' }, { column: '姓名' }] }])
  })

  it('a long workbook that runs in the background says so too', async () => {
    const many = Array.from({ length: 2001 }, (_, at) => `staff${at}`)
    const [one, two] = [await checked('安全员', 'staff', staff('staff7')), await checked('安全员', 'staff', staff(...many))]
    expect((await scene().post('安全员', `/imports/${two}/commit`)).body.state).toBe('committing')
    const [, second] = await meet(city, commitSlowly('安全员', one), () => runJobsInline(city, [makeImportsModule([staffImport])]))
    expect(second.status).toBe('fulfilled')
    expect((await scene().get('安全员', `/imports/${two}`)).json()).toMatchObject({ state: 'committed', createdCount: 2000, badCount: 1, failure: null })
    expect(await problemsOf('安全员', two)).toMatchObject([{ rowNumber: 9, problems: [{ column: '用户名' }] }])
  }, 60_000)

  it('a unit that closes while volunteers are imported there is told at the row, and no volunteer is left behind in it', async () => {
    const rows = [...volunteers(), ['赵新', '女', '', '老教师', '2020-01-01']].map((row, at) => [...row, at === 0 ? '所在单位' : '北一村'])
    const [one, two] = [await checked('卫干事', 'volunteers', rows), await checked('卫干事', 'volunteers', rows)]
    const village = await city.unitId('990100200010001')
    const close = (untilMet: () => Promise<void> = async () => {}) => city.as('卫干事', async (context) => {
      await closeUnit(context, { id: village, version: 1, on: context.today, reason: '村改社区' })
      await untilMet()
    })
    const [, second] = await meet(city, close, () => scene().post('卫干事', `/imports/${one}/commit`))
    expect(second).toMatchObject({ status: 'fulfilled', value: { body: { state: 'committed', createdCount: 0, badCount: 1 } } })
    expect(await problemsOf('卫干事', one)).toMatchObject([{ rowNumber: 2, problems: [{ column: '所属单位' }] }])
    await city.owner.query('update organization.units set closed_on = null, version = 1 where city_id = $1 and id = $2', [city.cityId, village])
    const [, closing] = await meet(city, commitSlowly('卫干事', two), () => close())
    expect(closing).toMatchObject({ status: 'rejected', reason: { code: 'UNIT_BUSY' } })
  })
})
