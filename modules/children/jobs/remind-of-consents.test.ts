import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { registerSample } from '../commands/steps/sample-child.ts'
import { remindOfConsents } from './remind-of-consents.ts'

describe('the reminder of consents', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  const register = async (name: string, ...ends: (string | undefined)[]) => {
    const { id } = await registerSample(city, {
      name,
      consents: ends.map((untilOn) => (
        { kind: 'service' as const, form: 'paper' as const, covers: '接受帮扶', fromOn: '2026-01-01', ...(untilOn ? { untilOn } : {}) })),
    }, '陈主任')
    return id
  }
  const remindersOf = async (childId: string) => {
    const { rows } = await city.owner.query(
      `select n.title, n.due_on::text from notices.notices n join children.consents c on c.city_id = n.city_id and c.id = n.source_id
        where n.source_verb = 'remind-of-consents' and c.child_id = $1`, [childId])
    return rows
  }

  it('comes once, from thirty days before the end, and not where a later consent stands already', async () => {
    const [ending, later, renewed] = [await register('邱小平', '2026-04-15'), await register('骆小平', '2026-04-16'), await register('高小平', '2026-04-01', undefined)]
    await city.as('陈主任', remindOfConsents)
    await city.as('陈主任', remindOfConsents)
    expect(await remindersOf(ending)).toEqual([{ title: '邱某的“帮扶服务”同意2026年4月15日到期，请与监护人商定是否续签', due_on: '2026-04-15' }])
    expect([await remindersOf(later), await remindersOf(renewed)]).toEqual([[], []])
  })
})
