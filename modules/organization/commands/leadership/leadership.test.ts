import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getPost } from '../../queries/get-post.ts'
import { getUnit } from '../../queries/get-unit.ts'
import { listPosts } from '../../queries/list-posts.ts'
import { listStandingRules } from '../../queries/list-standing-rules.ts'
import { appointHolder } from './appoint-holder.ts'
import { closePost } from './close-post.ts'
import { createPosts } from './create-posts.ts'
import { createStandingRule } from './create-standing-rule.ts'
import { endStandingRule } from './end-standing-rule.ts'
import { endTerm } from './end-term.ts'

describe('the leadership of a committee', () => {
  let city: TestCity
  let town: string
  let postId: string
  beforeAll(async () => {
    city = await openTestCity()
    town = await city.unitId('99010010001')
    const { items } = await city.as('赵干事', (context) => createPosts(context, { unitId: town, titleCode: 'executive-director', seats: 1,
      fromOn: '2020-01-01' }))
    postId = items[0]?.id ?? ''
  })
  afterAll(() => city.close())
  const liveFacts = async () => (await city.owner.query(`select measure, sum(sign)::int as live from figures.facts where city_id = $1 and unit_id = $2
    group by measure having sum(sign) <> 0 order by measure`, [city.cityId, town])).rows.map((row) => row.measure)
  const appoint = (fromOn: string, personName = '何一') =>
    city.as('赵干事', (context) => appointHolder(context, { id: postId, personName, fromOn, isFullTime: true }))

  it('shows a post that nobody holds, and how long it has stood open', async () => {
    const { items } = await city.as('李组长', (context) => listPosts(context, { isVacant: true, limit: 20 }))
    expect(items.map(({ titleName, unitName, vacantSince, vacantDays }) => [titleName, unitName, vacantSince, vacantDays]))
      .toEqual([['执行主任', '东街镇', '2020-01-01', 2266]])
    expect(await liveFacts()).toEqual(['post.seat.executive-director', 'post.vacant'])
  })

  it('is not given to an account or a volunteer out of sight', async () => {
    const [neighbour, nobody] = [await city.accountId('钱干事'), newId()]
    const give = (holder: { accountId?: string; volunteerId?: string }) =>
      city.as('赵干事', (context) => appointHolder(context, { id: postId, personName: '何一', fromOn: '2024-01-01', isFullTime: true, ...holder }))
    for (const accountId of [neighbour, nobody]) {
      await expect(give({ accountId })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['accountId'] }] } })
    }
    await city.owner.query(`insert into volunteers.volunteers (city_id, id, scope_code, unit_id, name, sex, categories, capacity, joined_on, joined_by, status)
      values ($1, $2, 990100100020000000, $3, '何邻', 'male', '{cadre}', 0, '2020-01-01', 'organised', 'active')`,
    [city.cityId, nobody, await city.unitId('99010010002')])
    await expect(give({ volunteerId: nobody })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['volunteerId'] }] } })
    expect((await city.owner.query('select 1 from organization.terms where post_id = $1', [postId])).rowCount).toBe(0)
  })

  it('fills it: the vacancy ends, the holder is counted', async () => {
    const post = await appoint('2024-01-01')
    expect([post.holder?.personName, post.vacantSince]).toEqual(['何一', null])
    const found = async (q: string) => (await city.as('赵干事', (context) => listPosts(context, { q, limit: 20 }))).items.length
    expect(await Promise.all(['何', '%', '_', '\\'].map(found))).toEqual([1, 0, 0, 0])
    expect(await liveFacts()).toEqual(['post.held.executive-director', 'post.holder', 'post.seat.executive-director', 'staff.full-time'])
    expect((await city.as('赵干事', (context) => getUnit(context, { id: town }))).staff).toEqual({ fullTime: 1, partTime: 0 })
    await expect(appoint('2024-06-01', '何二')).rejects.toThrow('POST_HELD')
  })

  it('opens it again the day after the term ended', async () => {
    const held = await city.as('赵干事', (context) => getPost(context, { id: postId }))
    const term = held.holder
    await expect(city.as('赵干事', (context) => endTerm(context, { id: term!.id, version: 1, untilOn: '2023-12-31', ending: 'expired' }))).rejects
      .toThrow('ENDS_BEFORE_START')
    const post = await city.as('赵干事', (context) => endTerm(context, { id: term!.id, version: 1, untilOn: '2026-02-28', ending: 'transferred' }))
    expect([post.vacantSince, post.vacantDays, post.terms.map(({ personName, ending }) => [personName, ending])])
      .toEqual(['2026-03-01', 15, [['何一', 'transferred']]])
    await expect(appoint('2026-02-28', '何二')).rejects.toThrow('TERM_TOO_EARLY')
    await expect(city.as('赵干事', (context) => endTerm(context, { id: term!.id, version: 2, untilOn: '2026-02-28', ending: 'expired' }))).rejects
      .toThrow('TERM_ENDED')
  })

  it('closes a vacant post for good', async () => {
    const post = await city.as('赵干事', async (context) => closePost(context, { id: postId, version: (await getPost(context, { id: postId })).version,
      on: '2026-03-10' }))
    expect(post.closedOn).toBe('2026-03-10')
    expect(await liveFacts()).toEqual([])
    await expect(appoint('2026-03-11')).rejects.toThrow('POST_CLOSED')
  })

  it('stands only where a committee was founded', async () => {
    const village = await city.unitId('990100100020001')
    const make = { unitId: village, titleCode: 'director', seats: 1, fromOn: '2026-01-01' }
    await expect(city.as('李组长', (context) => createPosts(context, make))).rejects.toThrow('NOT_ESTABLISHED')
    await expect(city.as('赵干事', (context) => createPosts(context, { ...make, unitId: town, fromOn: '2009-01-01' }))).rejects.toThrow('BEFORE_FOUNDING')
    await expect(city.as('赵干事', (context) => createPosts(context, { ...make, unitId: town, titleCode: 'king' }))).rejects.toThrow('INVALID_INPUT')
  })

  it('is kept by offices, not by administrators or volunteers; the neighbour finds nothing', async () => {
    const make = { unitId: town, titleCode: 'director', seats: 1, fromOn: '2026-01-01' }
    for (const name of ['系统员', '吴老师', '郑部长'] as const) await expect(city.as(name, (context) => createPosts(context, make)), name).rejects.toThrow('FORBIDDEN')
    await expect(city.as('钱干事', (context) => createPosts(context, make))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('钱干事', (context) => getPost(context, { id: postId }))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('安全员', (context) => listPosts(context, { limit: 5 }))).rejects.toThrow('FORBIDDEN')
  })

  it('pages vacancies from the oldest on without losing one', async () => {
    for (const [titleCode, fromOn] of [['director', '2021-01-01'], ['member', '2022-01-01'], ['secretary-general', '2019-01-01']] as const) {
      await city.as('赵干事', (context) => createPosts(context, { unitId: town, titleCode, seats: 2, fromOn }))
    }
    const seen: string[] = []
    for (let after: string | null | undefined = undefined; after !== null;) {
      const page = await city.as('李组长', (context) => listPosts(context, { isVacant: true, limit: 4, ...(after ? { after } : {}) }))
      seen.push(...page.items.map(({ vacantSince }) => vacantSince ?? ''))
      after = page.next
    }
    expect(seen).toEqual(['2019-01-01', '2019-01-01', '2021-01-01', '2021-01-01', '2022-01-01', '2022-01-01'])
  })
})

describe('written rules of a committee', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('are noted, repealed and kept', async () => {
    const unitId = await city.unitId('99010010001')
    const rule = await city.as('赵干事', (context) => createStandingRule(context, { unitId, title: '例会制度', issuedOn: '2025-01-10' }))
    await expect(city.as('赵干事', (context) => endStandingRule(context, { id: rule.id, version: 1, on: '2025-01-09' }))).rejects.toThrow('ENDS_BEFORE_START')
    await city.as('赵干事', (context) => endStandingRule(context, { id: rule.id, version: 1, on: '2026-01-10' }))
    const { items } = await city.as('李组长', (context) => listStandingRules(context, { limit: 20 }))
    expect(items.map(({ title, endedOn, unitName }) => [title, endedOn, unitName])).toEqual([['例会制度', '2026-01-10', '东街镇']])
    expect((await city.as('王组长', (context) => listStandingRules(context, { limit: 20 }))).items).toEqual([])
    await expect(city.as('赵干事', (context) => endStandingRule(context, { id: rule.id, version: 2, on: '2026-01-11' }))).rejects.toThrow('RULE_ENDED')
    await expect(city.as('吴老师', (context) => createStandingRule(context, { unitId, title: '例会制度', issuedOn: '2025-01-10' }))).rejects.toThrow('FORBIDDEN')
  })
})
