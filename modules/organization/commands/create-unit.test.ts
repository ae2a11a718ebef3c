import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listUnits } from '../queries/list-units.ts'
import { closeUnit } from './close-unit.ts'
import { createUnit } from './create-unit.ts'

describe('making a unit', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const school = async (name: string, parent = '99010010001') => ({ parentId: await city.unitId(parent), kind: 'school' as const, name })

  it('gives it the next code that was never given, also not to a closed unit', async () => {
    const first = await city.as('李组长', async (context) => createUnit(context, await school('实验学校')))
    expect([first.unitCode, first.level, first.kind, first.shortName, first.establishedOn]).toEqual(['990100100011001', 'village', 'school', '实验学校关工委', null])
    expect(first.path.map(({ name }) => name)).toEqual(['试验省', '试验市', '甲区', '东街镇', '实验学校'])
    await city.as('李组长', (context) => closeUnit(context, { id: first.id, version: first.version, on: '2026-03-16', reason: '录入有误' }))
    const second = await city.as('李组长', async (context) => createUnit(context, await school('实验学校')))
    expect(second.unitCode).toBe('990100100011002')
  })

  it('makes it findable by characters, pinyin and initials', async () => {
    await city.as('李组长', async (context) => createUnit(context, await school('重阳中学')))
    for (const q of ['重阳', '阳中', 'chongyang', 'cyzx', 'chongyangzh']) {
      const found = await city.as('李组长', (context) => listUnits(context, { q, limit: 20 }))
      expect(found.items.map(({ name }) => name), q).toEqual(['重阳中学'])
    }
    expect((await city.as('王组长', (context) => listUnits(context, { q: '重阳', limit: 20 }))).items).toEqual([])
  })

  it('counts it as due, and as founded when it is', async () => {
    const unit = await city.as('陈主任', async (context) => createUnit(context, {
      parentId: await city.unitId('9901'), kind: 'enterprise', name: '同心公司', establishedOn: '2026-02-01' }))
    const { rows } = await city.owner.query('select measure, happened_on::text as on from figures.facts where city_id = $1 and record_id = $2 order by measure',
      [city.cityId, unit.id])
    expect(rows).toEqual([{ measure: 'unit.due', on: '2026-02-01' }, { measure: 'unit.due.enterprise', on: '2026-02-01' },
      { measure: 'unit.founded', on: '2026-02-01' }, { measure: 'unit.founded.enterprise', on: '2026-02-01' }])
    expect(unit.changes.map(({ change }) => change)).toEqual(['established', 'created'])
  })

  it('refuses a second open unit of the same name, a day in the future and a closed parent', async () => {
    await expect(city.as('李组长', async (context) => createUnit(context, await school('重阳中学')))).rejects.toThrow('SAME_NAME')
    await expect(city.as('李组长', async (context) => createUnit(context, { ...await school('将来小学'), establishedOn: '2026-03-17' }))).rejects
      .toThrow('CHANGE_IN_FUTURE')
  })

  it('is for offices: a leader may not, and the neighbour does not find the parent', async () => {
    await expect(city.as('郑部长', async (context) => createUnit(context, await school('新校')))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('王组长', async (context) => createUnit(context, await school('新校')))).rejects.toThrow('NOT_FOUND')
    const { rows } = await city.owner.query(`select 1 from organization.units where city_id = $1 and name = '新校'`, [city.cityId])
    expect(rows).toEqual([])
  })
})
