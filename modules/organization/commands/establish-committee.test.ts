import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listFoundingRates } from '../queries/list-founding-rates.ts'
import { disestablishCommittee } from './disestablish-committee.ts'
import { establishCommittee } from './establish-committee.ts'

describe('founding a committee', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const villages = async () => {
    const rates = await city.as('李组长', (context) => listFoundingRates(context, { limit: 50 }))
    return [rates.levels.find(({ sort }) => sort === 'village'), rates.items.find(({ name }) => name === '西街镇')]
  }

  it('raises 已建 by one, in its level and under its unit', async () => {
    expect(await villages()).toMatchObject([{ due: 3, established: 2 }, { due: 2, established: 1 }])
    const unit = await city.as('钱干事', async (context) => establishCommittee(context, { id: await city.unitId('990100100020001'), version: 1,
      on: '2026-03-02' }))
    expect(unit.establishedOn).toBe('2026-03-02')
    expect(await villages()).toMatchObject([{ due: 3, established: 3 }, { due: 2, established: 2 }])
    const { rows } = await city.owner.query(`select measure, sign from figures.facts where city_id = $1 and record_id = $2 order by measure`,
      [city.cityId, unit.id])
    expect(rows).toEqual([{ measure: 'unit.founded', sign: 1 }, { measure: 'unit.founded.village', sign: 1 }])
  })

  it('happens once, never in the future', async () => {
    const id = await city.unitId('990100100020001')
    await expect(city.as('钱干事', (context) => establishCommittee(context, { id, version: 2, on: '2026-03-02' }))).rejects.toThrow('ALREADY_ESTABLISHED')
    await city.as('钱干事', (context) => disestablishCommittee(context, { id, version: 2, on: '2026-03-03', reason: '登记有误' }))
    await expect(city.as('钱干事', (context) => establishCommittee(context, { id, version: 3, on: '2027-01-01' }))).rejects.toThrow('CHANGE_IN_FUTURE')
  })

  it('is not for a care worker, and the neighbour finds nothing', async () => {
    const id = await city.unitId('990100100020001')
    await expect(city.as('孙主任', (context) => establishCommittee(context, { id, version: 3, on: '2026-03-02' }))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('赵干事', (context) => establishCommittee(context, { id, version: 3, on: '2026-03-02' }))).rejects.toThrow('NOT_FOUND')
  })
})
