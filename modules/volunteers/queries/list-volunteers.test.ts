import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { recordClearance } from '../commands/record-clearance.ts'
import { registerSample } from '../commands/testing/sample-volunteers.ts'
import { listVolunteers } from './list-volunteers.ts'

describe('the list of volunteers', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    await city.as('赵干事', async (context) => {
      const { id } = await registerSample(context, { name: '单田芳', sex: 'male', birthOn: '1950-01-01', phone: '13812345678', categories: ['expert'],
        skills: ['评书'], serviceRoles: ['red-education'] })
      await recordClearance(context, { id, checkedOn: '2025-04-01', result: 'clear' })
      await registerSample(context, { name: '欧阳秀兰', birthOn: '1951-01-01', phone: null })
    })
    await city.as('卫干事', (context) => registerSample(context, { name: '单雄信', sex: 'male', birthOn: '1952-01-01', phone: '0817-2345678' }))
  })
  afterAll(() => city.close())

  const names = async (who: '陈主任' | '赵干事' | '卫干事', filters: object = {}) =>
    (await city.as(who, (context) => listVolunteers(context, { limit: 20, ...filters }))).items.map(({ name }) => name).toSorted()

  it('finds by characters, pinyin, initials, phone and its tail, within the range alone', async () => {
    for (const q of ['单田', '田', 'shantianfang', 'stf', 'st', '5678', '13812345678', '单 5678']) expect(await names('赵干事', { q }), q).toEqual(['单田芳'])
    expect(await names('陈主任', { q: 'sh' })).toEqual([])
    expect(await names('陈主任', { q: '单' })).toEqual(['单田芳', '单雄信'])
    expect(await names('赵干事', { q: '？！' })).toEqual([])
  })

  it('is narrowed by category, skill, role, clearance and unit', async () => {
    expect(await names('陈主任', { category: 'expert' })).toEqual(['单田芳'])
    expect(await names('陈主任', { skill: '评书' })).toEqual(['单田芳'])
    expect(await names('陈主任', { role: 'red-education' })).toEqual(['单田芳'])
    expect(await names('陈主任', { clearance: 'expiring' })).toEqual(['单田芳'])
    expect(await names('陈主任', { clearance: 'none' })).toEqual(['单雄信', '欧阳秀兰'].toSorted())
    expect(await names('陈主任', { unit: '9901002' })).toEqual(['单雄信'])
    expect(await names('陈主任', { status: 'left' })).toEqual([])
  })

  it('shows leaders the telephone masked, those who call it in full', async () => {
    const phones = async (who: '郑部长' | '陈主任') => (await city.as(who, (context) => listVolunteers(context, { q: '单田芳', limit: 1 })))
      .items.map(({ phone }) => phone)
    expect([await phones('郑部长'), await phones('陈主任')]).toEqual([['138****5678'], ['13812345678']])
  })

  it('pages without losing or repeating anybody, and counts the whole', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await city.as('陈主任', (context) => listVolunteers(context, { limit: 1, ...(after === undefined ? {} : { after }) }))
      expect(page.total).toBe(3)
      seen.push(...page.items.map(({ name }) => name))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen.toSorted()).toEqual(['单田芳', '单雄信', '欧阳秀兰'].toSorted())
  })

  it('refuses a cursor that is not ours, and those who have no business with it', async () => {
    await expect(city.as('陈主任', (context) => listVolunteers(context, { limit: 5, after: 'xyz' }))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    for (const name of ['吴老师', '系统员', '安全员', '审计员'] as const) {
      await expect(city.as(name, (context) => listVolunteers(context, { limit: 5 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})
