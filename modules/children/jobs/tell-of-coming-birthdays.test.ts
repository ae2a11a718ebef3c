import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { registerSample } from '../commands/steps/sample-child.ts'
import { recordFact } from '../commands/facts/record-fact.ts'
import { deriveDueTypes } from './derive-due-types.ts'
import { tellOfComingBirthdays } from './tell-of-coming-birthdays.ts'

describe('a birthday of 16 or 18', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  const tasksAbout = async (childId: string) => {
    const { rows } = await city.owner.query(
      `select title, kind, due_on::text from notices.notices where source_kind = 'child-birthday' and source_id = $1 order by created_at`, [childId])
    return rows
  }
  const tell = () => city.as('陈主任', tellOfComingBirthdays)

  it('becomes a task of the unit in time, once, whatever is recorded meanwhile, without naming the day', async () => {
    city.clock.moveTo('2026-03-16T02:30:00+08:00')
    const child = await registerSample(city, { birthOn: '2010-06-20' }, '陈主任')
    await tell()
    expect(await tasksAbout(child.id)).toEqual([])
    city.clock.moveTo('2026-04-01T02:30:00+08:00')
    await tell()
    await city.as('陈主任', (context) => recordFact(context, {
      id: child.id, subject: 'child', kind: 'schooling', value: 'junior', fromOn: '2025-09-01', evidence: 'school' }))
    await tell()
    expect(await tasksAbout(child.id)).toEqual([{ title: '张某即将满16周岁，请核对类型与同意', kind: 'task', due_on: '2026-06-01' }])
    city.clock.moveTo('2028-04-05T02:30:00+08:00')
    await tell()
    expect(await tasksAbout(child.id)).toMatchObject([{}, { title: '张某即将满18周岁，请商定之后的安排', due_on: '2028-06-01' }])
  })

  it("follows the city's own number of days from the night after it holds", async () => {
    city.clock.moveTo('2026-03-16T02:30:00+08:00')
    const child = await registerSample(city, { name: '韩小雨', birthOn: '2010-12-20' }, '陈主任')
    await city.owner.query(
      `insert into platform.settings (city_id, name, valid_from, value, source) values ($1, 'children.birthday-notice-days', '2026-03-17', '280', '市关工委')`,
      [city.cityId])
    await tell()
    expect(await tasksAbout(child.id)).toEqual([])
    city.clock.moveTo('2026-03-17T02:30:00+08:00')
    await city.as('陈主任', deriveDueTypes)
    await tell()
    expect(await tasksAbout(child.id)).toMatchObject([{ due_on: '2026-12-01' }])
    await city.owner.query('delete from platform.settings')
  })

  it('derives every card anew in the night after the rules have changed', async () => {
    const child = await registerSample(city, { name: '韦小雨' }, '陈主任')
    await city.owner.query(`update children.children set derived_under = 'former rules', derived_types = '{orphan}' where id = $1`, [child.id])
    await city.as('陈主任', deriveDueTypes)
    const { rows } = await city.owner.query('select derived_types, derived_under from children.children where id = $1', [child.id])
    expect(rows[0]).toMatchObject({ derived_types: [] })
    expect(rows[0].derived_under).not.toBe('former rules')
  })
})
