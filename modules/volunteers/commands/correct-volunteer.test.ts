import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getVolunteer } from '../queries/get-volunteer.ts'
import { listVolunteers } from '../queries/list-volunteers.ts'
import { correctVolunteer } from './correct-volunteer.ts'
import { readIdNumber } from './read-id-number.ts'
import { countedOn, registerSample } from './testing/sample-volunteers.ts'

describe('correcting a volunteer', () => {
  let city: TestCity
  let id: string
  beforeAll(async () => {
    city = await openTestCity()
    id = (await city.as('赵干事', (context) => registerSample(context))).id
  })
  afterAll(() => city.close())

  it('changes what is sent and leaves the rest; the search follows the name', async () => {
    await city.as('赵干事', (context) => correctVolunteer(context, { id, version: 1, name: '汪秀英', capacity: 3 }))
    const seen = await city.as('赵干事', (context) => getVolunteer(context, { id }))
    expect(seen).toMatchObject({ name: '汪秀英', capacity: 3, phone: '15400001234', version: 2 })
    const found = async (q: string) => (await city.as('赵干事', (context) => listVolunteers(context, { q, limit: 20 }))).items.length
    expect([await found('汪秀'), await found('王秀')]).toEqual([1, 0])
  })

  it('keeps personal values out of the clear part of the audit', async () => {
    const { rows } = await city.owner.query(`select details, sealed_details, sealed_person_id from audit.entries where city_id = $1
      and verb = 'volunteer.corrected'`, [city.cityId])
    expect(rows).toMatchObject([{ details: { changed: ['name', 'capacity'], before: { capacity: 2 }, after: { capacity: 3 } }, sealed_person_id: id }])
    expect(JSON.stringify(rows[0].details)).not.toMatch(/秀英/)
    expect(rows[0].sealed_details).not.toBeNull()
  })

  it('a category entered by mistake never counted, one added counts from the beginning', async () => {
    await city.as('赵干事', (context) => correctVolunteer(context, { id, version: 2, categories: ['soldier', 'expert'] }))
    expect(await countedOn(city.owner, id, '2020-05-01'))
      .toEqual(['volunteer.active 东街镇', 'volunteer.category.expert 东街镇', 'volunteer.category.soldier 东街镇', 'volunteer.joined 东街镇'])
  })

  it('a joining day put right moves the figures', async () => {
    await city.as('赵干事', (context) => correctVolunteer(context, { id, version: 3, joinedOn: '2021-01-01' }))
    expect(await countedOn(city.owner, id, '2020-12-31')).toEqual([])
    expect(await countedOn(city.owner, id, '2021-01-01')).toHaveLength(4)
  })

  it('an identity number given later is kept sealed and shown in full only with a reason', async () => {
    await city.as('赵干事', (context) => correctVolunteer(context, { id, version: 4, idNumber: '990101195503051226' }))
    expect((await city.as('赵干事', (context) => getVolunteer(context, { id }))).maskedIdNumber).toBe('9****************6')
    expect(await city.as('赵干事', (context) => readIdNumber(context, { id, reason: '办理保险' }))).toEqual({ idNumber: '990101195503051226' })
    const other = await city.as('钱干事', (context) => registerSample(context, { name: '李四海', phone: null, sex: 'male', birthOn: null }))
    await expect(city.as('钱干事', (context) => correctVolunteer(context, { id: other.id, version: 1, sex: 'female', idNumber: '990101195503051226' })))
      .rejects.toMatchObject({ code: 'SAME_ID_NUMBER', data: { twins: [{ unitName: '东街镇', volunteer: null }] } })
  })

  it('nothing changed is nothing written', async () => {
    expect(await city.as('赵干事', (context) => correctVolunteer(context, { id, version: 5, capacity: 3 }))).toEqual({ id, version: 5 })
  })

  it('two people saving: the second sees what the first saved', async () => {
    await expect(city.as('李组长', (context) => correctVolunteer(context, { id, version: 4, capacity: 5 })))
      .rejects.toMatchObject({ code: 'STALE', data: { version: 5, current: { capacity: 3 } } })
  })

  it('is for the office of the range alone', async () => {
    await expect(city.as('孙主任', (context) => correctVolunteer(context, { id, version: 5, capacity: 1 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(city.as('钱干事', (context) => correctVolunteer(context, { id, version: 5, capacity: 1 }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
