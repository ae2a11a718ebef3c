import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { importScene } from './testing/import-scene.ts'
import { messyRows, messyWorkbook } from './testing/messy-workbook.ts'

describe('confirming the columns', () => {
  let city: TestCity
  let scene: ReturnType<typeof importScene>
  beforeAll(async () => {
    city = await openTestCity()
    scene = importScene(city, await city.serve())
  })
  afterAll(() => city.close())

  it('needs the required fields, columns that exist, and fields that are known', async () => {
    const { body } = await scene.upload('赵干事', await messyWorkbook(messyRows))
    const paths = async (mapping: object) => (await scene.post('赵干事', `/imports/${body.id}/mapping`, { mapping })).body.data.issues
      .map(({ path }: { path: string[] }) => path.at(-1))
    expect(await paths({ name: 1 })).toEqual(['categories', 'joinedOn'])
    expect(await paths({ ...body.mapping, phone: 99 })).toEqual(['phone'])
    expect(await paths({ ...body.mapping, salary: 1 })).toEqual(['salary'])
  })

  it('may be done again and is remembered for the next workbook of the same form', async () => {
    const first = (await scene.upload('赵干事', await messyWorkbook(messyRows))).body
    await scene.post('赵干事', `/imports/${first.id}/mapping`, { mapping: first.mapping })
    const again = await scene.post('赵干事', `/imports/${first.id}/mapping`, { mapping: { ...first.mapping, formerWork: 10 } })
    expect(again.body).toMatchObject({ state: 'checked', badCount: 5, mapping: { formerWork: 10 } })
    const next = (await scene.upload('赵干事', await messyWorkbook(messyRows.slice(0, 2)))).body
    expect(next.mapping).toMatchObject({ formerWork: 10 })
  })

  it('is found by nobody outside the range and refused to those who may not import', async () => {
    const { body } = await scene.upload('赵干事', await messyWorkbook(messyRows))
    expect((await scene.post('钱干事', `/imports/${body.id}/mapping`, { mapping: body.mapping })).status).toBe(404)
    expect((await scene.post('郑部长', `/imports/${body.id}/mapping`, { mapping: body.mapping })).status).toBe(403)
  })
})
