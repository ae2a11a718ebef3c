import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { importScene } from './testing/import-scene.ts'
import { messyRows, messyWorkbook } from './testing/messy-workbook.ts'

describe('uploading a workbook', () => {
  let city: TestCity
  let scene: ReturnType<typeof importScene>
  beforeAll(async () => {
    city = await openTestCity()
    scene = importScene(city, await city.serve())
  })
  afterAll(() => city.close())

  it('refuses with one sentence what is no table, has no headings, or no rows', async () => {
    const message = async (bytes: Uint8Array<ArrayBuffer>) => (await scene.upload('赵干事', bytes)).body.data?.issues?.[0]?.message
    expect(await message(new TextEncoder().encode('<html>'))).toMatch(/网页/)
    expect(await message(await messyWorkbook([]))).toMatch(/没有数据/)
    const strange = new ExcelJS.Workbook()
    strange.addWorksheet('表').addRow(['甲', '乙'])
    expect(await message(new Uint8Array(await strange.xlsx.writeBuffer()))).toMatch(/没有找到表头/)
  })

  it('keeps nothing of the values in the database, and says who brought how many rows', async () => {
    await scene.upload('赵干事', await messyWorkbook(messyRows))
    const stored = await city.owner.query('select to_jsonb(i) as all from imports.imports i where city_id = $1', [city.cityId])
    expect(JSON.stringify(stored.rows)).not.toMatch(/王秀英|990101195503051226/)
    const { rows } = await city.owner.query(`select person_name, details from audit.entries where city_id = $1 and verb = 'import.uploaded'`, [city.cityId])
    expect(rows).toEqual([{ person_name: '赵干事', details: { kind: 'volunteers', rowCount: 8 } }])
  })

  it('is for offices', async () => {
    for (const name of ['孙主任', '郑部长', '系统员'] as const) expect((await scene.upload(name, await messyWorkbook(messyRows))).status, name).toBe(403)
  })
})
