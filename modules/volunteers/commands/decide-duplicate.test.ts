import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listDuplicates } from '../queries/list-duplicates.ts'
import { correctVolunteer } from './correct-volunteer.ts'
import { decideDuplicate } from './decide-duplicate.ts'
import { registerSample } from './testing/sample-volunteers.ts'

describe('saying that a pair is two people', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const queue = (name: '李组长' | '陈主任') => city.as(name, (context) => listDuplicates(context, { limit: 20 }))

  it('takes it out of the queue and it is not asked about again', async () => {
    await city.as('赵干事', (context) => registerSample(context))
    const { id } = await city.as('钱干事', (context) => registerSample(context, { phone: null, birthOn: null }))
    await city.as('钱干事', (context) => correctVolunteer(context, { id, version: 1, birthOn: '1955-03-05' }))
    const [pair] = (await queue('李组长')).items
    expect(pair).toMatchObject({ unitCode: '9901001', reasons: ['name-birth'] })
    await city.as('李组长', (context) => decideDuplicate(context, { id: pair?.id ?? '', note: '已电话核实' }))
    await city.as('钱干事', (context) => correctVolunteer(context, { id, version: 2, phone: '15400001234' }))
    expect((await queue('陈主任')).items).toEqual([])
    await expect(city.as('李组长', (context) => decideDuplicate(context, { id: pair?.id ?? '' }))).rejects.toMatchObject({ code: 'ALREADY_DECIDED' })
  })

  it('is for an office that sees both', async () => {
    const { rows } = await city.owner.query('select id from volunteers.duplicates where city_id = $1', [city.cityId])
    await expect(city.as('赵干事', (context) => decideDuplicate(context, { id: rows[0].id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(city.as('孙主任', (context) => decideDuplicate(context, { id: rows[0].id }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
