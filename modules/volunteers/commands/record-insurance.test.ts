import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getVolunteer } from '../queries/get-volunteer.ts'
import { recordInsurance } from './record-insurance.ts'
import { countedOn, registerSample } from './testing/sample-volunteers.ts'

describe('an accident insurance', () => {
  let city: TestCity
  let id: string
  beforeAll(async () => {
    city = await openTestCity()
    id = (await city.as('赵干事', (context) => registerSample(context))).id
  })
  afterAll(() => city.close())

  const insure = (fromOn: string, untilOn: string) => city.as('赵干事', (context) => recordInsurance(context, { id, insurer: '试验保险', fromOn, untilOn }))

  it('counts while it holds; one that follows takes over without counting twice', async () => {
    await insure('2025-06-01', '2026-05-31')
    await insure('2026-03-01', '2027-02-28')
    for (const day of ['2026-02-28', '2026-03-01']) {
      expect((await countedOn(city.owner, id, day)).filter((measure) => measure.startsWith('volunteer.insured'))).toHaveLength(1)
    }
    const seen = await city.as('赵干事', (context) => getVolunteer(context, { id }))
    expect([seen.insuredUntil, seen.insurances.length]).toEqual(['2027-02-28', 2])
  })

  it('that ends before it begins is refused', async () => {
    await expect(insure('2026-03-01', '2026-02-01')).rejects.toMatchObject({ data: { issues: [{ path: ['untilOn'] }] } })
  })

  it('is recorded by the office of the range alone', async () => {
    const input = { id, insurer: '试验保险', fromOn: '2026-03-01', untilOn: '2026-04-01' }
    await expect(city.as('郑部长', (context) => recordInsurance(context, input))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(city.as('卫干事', (context) => recordInsurance(context, input))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
