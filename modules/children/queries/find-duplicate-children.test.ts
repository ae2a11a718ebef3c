import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { registerSample, sampleNumber } from '../commands/steps/sample-child.ts'
import { findDuplicateChildren } from './find-duplicate-children.ts'

describe('search before create', () => {
  let city: TestCity
  const number = sampleNumber('2014-02-03', 3)
  let childId = ''
  beforeAll(async () => {
    city = await openTestCity()
    childId = (await registerSample(city, { name: '吕布衣', paperKind: 'id-card', paperNumber: number, birthOn: undefined })).id
  })
  afterAll(() => city.close())

  it("finds in the own range by number, by name, by the guardian's phone", async () => {
    for (const [asked, isSameNumber] of [
      [{ idNumber: number }, true],
      [{ name: '吕布衣' }, false],
      [{ guardianPhone: '139 0000 1234' }, false],
    ] as const) {
      const answer = await city.as('赵干事', (context) => findDuplicateChildren(context, asked))
      expect(answer.candidates).toMatchObject([{ id: childId, maskedName: '吕某', isSameNumber }])
      expect(answer.elsewhere).toEqual([])
    }
  })

  it('elsewhere says only which unit, for the number or for name and birth date together', async () => {
    const ask = (asked: object) => city.as('蒋主任', (context) => findDuplicateChildren(context, asked))
    const held = (isSameNumber: boolean, reasons: string[]) => ({ candidates: [], elsewhere: [{ unitName: '东一村', isSameNumber, reasons }] })
    expect(await ask({ idNumber: number.toLowerCase() })).toEqual(held(true, ['number']))
    expect(await ask({ name: '吕布衣', birthOn: '2014-02-03' })).toEqual(held(false, ['name-and-birth', 'pinyin-and-birth']))
    expect(await ask({ name: '吕布衣' })).toEqual({ candidates: [], elsewhere: [] })
  })

  it('elsewhere is recognised too by how the name sounds with the birth date, and by the telephone of a guardian', async () => {
    const ask = (asked: object) => city.as('蒋主任', (context) => findDuplicateChildren(context, asked))
    expect((await ask({ name: '吕步一', birthOn: '2014-02-03' })).elsewhere).toEqual([{ unitName: '东一村', isSameNumber: false, reasons: ['pinyin-and-birth'] }])
    expect((await ask({ name: '吕步一', birthOn: '2014-02-04' })).elsewhere).toEqual([])
    expect((await ask({ guardianPhone: '139 0000 1234' })).elsewhere).toEqual([{ unitName: '东一村', isSameNumber: false, reasons: ['guardian-phone'] }])
  })

  it('is recorded, without what was asked for; leaders and officers do not look up', async () => {
    const { rows } = await city.owner.query(`select details from audit.entries where verb = 'child.looked-up' order by at limit 1`)
    expect(rows[0].details).toEqual({ by: ['idNumber'], candidates: 1, elsewhere: 0 })
    await expect(city.as('郑部长', (context) => findDuplicateChildren(context, { name: '吕布衣' }))).rejects.toThrow('FORBIDDEN')
  })
})
