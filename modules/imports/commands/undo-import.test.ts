import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { importScene } from './testing/import-scene.ts'
import { messyRows, messyWorkbook } from './testing/messy-workbook.ts'

describe('undoing an import', () => {
  let city: TestCity
  let scene: ReturnType<typeof importScene>
  beforeAll(async () => {
    city = await openTestCity()
    scene = importScene(city, await city.serve())
  })
  afterAll(() => city.close())

  it('is possible once, after the commit, for those who may import in the range', async () => {
    const { body } = await scene.upload('赵干事', await messyWorkbook(messyRows))
    const undo = (name: '赵干事' | '钱干事' | '郑部长') => scene.post(name, `/imports/${body.id}/undo`)
    expect(await undo('赵干事')).toMatchObject({ status: 409, body: { code: 'WRONG_STATE' } })
    await scene.post('赵干事', `/imports/${body.id}/mapping`, { mapping: body.mapping })
    await scene.post('赵干事', `/imports/${body.id}/commit`)
    expect([(await undo('钱干事')).status, (await undo('郑部长')).status]).toEqual([404, 403])
    expect((await undo('赵干事')).body).toMatchObject({ state: 'undone', undoneCount: 3, kept: [] })
    expect((await undo('赵干事')).status).toBe(409)
  })

  it('leaves who is paired meanwhile', async () => {
    const { body } = await scene.upload('赵干事', await messyWorkbook(messyRows))
    await scene.post('赵干事', `/imports/${body.id}/mapping`, { mapping: body.mapping })
    await scene.post('赵干事', `/imports/${body.id}/commit`)
    await city.owner.query(`update volunteers.volunteers set is_referred = true where city_id = $1 and name = '李建国' and status = 'active'`, [city.cityId])
    expect((await scene.post('赵干事', `/imports/${body.id}/undo`)).body).toMatchObject({
      undoneCount: 2, kept: [{ rowNumber: 5, why: '已安排结对或开设账号' }] })
  })
})
