import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getVolunteer } from '../queries/get-volunteer.ts'
import { listDuplicates } from '../queries/list-duplicates.ts'
import { registerSample, sampleProfile } from './testing/sample-volunteers.ts'
import { registerVolunteer } from './register-volunteer.ts'

describe('registering a volunteer', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const count = async (table: string, where = 'true') =>
    Number((await city.owner.query<{ n: string }>(`select count(*) as n from ${table} where city_id = $1 and ${where}`, [city.cityId])).rows[0]?.n)

  it('keeps the identity number sealed and finds the same person again by it', async () => {
    const { id } = await city.as('赵干事', (context) => registerSample(context, { idNumber: '990101195503051226', categories: ['teacher', 'model-worker'] }))
    const row = (await city.owner.query('select sealed, id_hash, to_jsonb(v) as all from volunteers.volunteers v where city_id = $1 and id = $2',
      [city.cityId, id])).rows[0]
    expect(JSON.stringify(row.all)).not.toContain('990101195503051226')
    const seen = await city.as('赵干事', (context) => getVolunteer(context, { id }))
    expect(seen).toMatchObject({ name: '王秀英', sex: 'female', ageYears: 71, maskedIdNumber: '9****************6', unitCode: '99010010001',
      clearanceState: 'none' })
    await expect(city.as('钱干事', (context) => registerSample(context, { name: '另写一名', phone: null, idNumber: '990101195503051226' })))
      .rejects.toMatchObject({ code: 'SAME_ID_NUMBER', data: { twins: [{ unitName: '东街镇', volunteer: null }] } })
  })

  it('appends an audit entry without personal data and the facts of joining', async () => {
    const { id } = await city.as('钱干事', (context) =>
      registerSample(context, { name: '李德全', sex: 'male', birthOn: '1958-08-08', phone: '15400005555', isPartyMember: true }))
    const entries = (await city.owner.query('select verb, person_name, details from audit.entries where city_id = $1 and subject_id = $2',
      [city.cityId, id])).rows
    expect(entries).toMatchObject([{ verb: 'volunteer.registered', person_name: '钱干事' }])
    expect(JSON.stringify(entries)).not.toMatch(/李德全|15400005555/)
    const facts = (await city.owner.query('select measure, happened_on from figures.facts where city_id = $1 and subject_id = $2 order by measure',
      [city.cityId, id])).rows
    expect(facts).toEqual(['volunteer.active', 'volunteer.category.teacher', 'volunteer.joined', 'volunteer.party-member']
      .map((measure) => ({ measure, happened_on: '2020-05-01' })))
  })

  it('asks first when name and birth date or the telephone are known already, in another unit too', async () => {
    await city.as('卫干事', (context) => registerSample(context, { name: '孙桂芳', birthOn: '1960-01-01', phone: '15400007777' }))
    const before = await count('volunteers.volunteers')
    await expect(city.as('赵干事', (context) => registerSample(context, { name: '孙 桂芳', birthOn: '1960-01-01', phone: null })))
      .rejects.toMatchObject({ code: 'POSSIBLE_DUPLICATE', data: { twins: [{ reasons: ['name-birth'], unitName: '北乡', volunteer: null }] } })
    expect(await count('volunteers.volunteers')).toBe(before)
  })

  it('puts a pair into the queue of the unit above both, and only there', async () => {
    await city.as('赵干事', (context) => registerVolunteer(context,
      { ...sampleProfile({ name: '孙桂芳', birthOn: '1960-01-01', phone: null }), isConfirmedDistinct: true }))
    const queue = await city.as('陈主任', (context) => listDuplicates(context, { limit: 20 }))
    expect(queue.items.map(({ unitCode, reasons, first, second }) => [unitCode, reasons, first.name, second.name]))
      .toEqual([['9901', ['name-birth'], '孙桂芳', '孙桂芳']])
    expect((await city.as('李组长', (context) => listDuplicates(context, { limit: 20 }))).items).toEqual([])
  })

  it('remembers that visible ones are other people', async () => {
    await city.as('钱干事', (context) => registerSample(context, { name: '周文', phone: '0817-2345678', birthOn: '1957-01-01' }))
    await city.as('钱干事', (context) => registerVolunteer(context, {
      ...sampleProfile({ name: '周武', phone: '0817-2345678', birthOn: '1959-01-01', sex: 'male' }), isConfirmedDistinct: true }))
    expect((await city.as('钱干事', (context) => listDuplicates(context, { limit: 20 }))).items).toEqual([])
    expect(await count('volunteers.duplicates', `status = 'distinct'`)).toBe(1)
  })

  it('is for offices: care workers and leaders are refused and nothing is written', async () => {
    const before = await count('volunteers.volunteers')
    for (const name of ['孙主任', '郑部长', '吴老师', '系统员', '安全员', '审计员'] as const) {
      await expect(city.as(name, (context) => registerSample(context, { name: '无权' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await count('volunteers.volunteers')).toBe(before)
  })

  it('refuses a unit outside the range, an unknown category and an introducer nobody knows beside the field', async () => {
    const foreign = await city.unitId('99010020001')
    await expect(city.as('赵干事', (context) => registerVolunteer(context, { ...sampleProfile({ name: '甲甲' }), unitId: foreign, isConfirmedDistinct: true })))
      .rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['unitId'] }] } })
    await expect(city.as('赵干事', (context) => registerSample(context, { name: '乙乙', phone: null, categories: ['dancer'] })))
      .rejects.toMatchObject({ data: { issues: [{ path: ['categories'] }] } })
    await expect(city.as('赵干事', (context) => registerSample(context, { name: '丙丙', phone: null, introducerId: '00000000-0000-7000-8000-000000000000' })))
      .rejects.toMatchObject({ data: { issues: [{ path: ['introducerId'] }] } })
  })

  it('is done once when the form is sent twice', async () => {
    const server = await city.serve()
    const send = async () => server.inject({
      method: 'POST', url: '/api/volunteers', headers: { cookie: await city.cookieOf('韩校长'), 'idempotency-key': 'once' },
      payload: { ...sampleProfile({ name: '何老师', phone: null, birthOn: '1950-10-10' }) },
    })
    const [first, second] = [await send(), await send()]
    expect([first.statusCode, second.json().id]).toEqual([201, first.json().id])
    expect(await count('volunteers.volunteers', `name = '何老师'`)).toBe(1)
  })
})
