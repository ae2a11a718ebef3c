import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { listReportingUnits } from './list-reporting-units.ts'

describe('units to choose from', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const way = async (by: PersonName, code: string) => {
    const to = await city.unitId(code)
    return (await city.as(by, (context) => listReportingUnits(context, { to }))).items.map(({ unitCode }) => unitCode)
  }

  it('are the way from the own unit down to one', async () => {
    expect(await way('李组长', '990100100010001')).toEqual(['9901001', '99010010001', '990100100010001'])
  })

  it('end at the own unit where the one asked for lies above or beside it', async () => {
    for (const code of ['9901', '9901002', '990100200010001']) expect(await way('李组长', code), code).toEqual(['9901001'])
  })

  it('are nothing to a volunteer', async () => {
    await expect(way('吴老师', '99010010001')).rejects.toThrow('FORBIDDEN')
  })
})
