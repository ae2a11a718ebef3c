import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getChild } from '../../queries/get-child.ts'
import { recordFact } from './record-fact.ts'
import { countAudit, liveCount, orphanFacts, registerSample } from '../steps/sample-child.ts'

const poor = { subject: 'household', kind: 'economy', value: 'low-income', fromOn: '2025-12-01', evidence: 'civil-affairs' } as const

describe('recording a fact', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('derives the types at once, keeps the reason, counts from today on', async () => {
    const child = await registerSample(city)
    await city.as('孙主任', (context) => recordFact(context, { ...poor, id: child.id }))
    const card = await city.as('孙主任', (context) => getChild(context, child))
    expect(card.derivedTypes).toContain('poor-family')
    expect(card.types.find((each) => each.type === 'poor-family')).toMatchObject({
      since: '2025-12-01',
      reasons: ['家庭：低保边缘家庭（2025年12月1日起）'],
    })
    expect(await liveCount(city, child.id, { measure: 'child.type.poor-family', on: '2026-03-16' })).toBe(1)
    expect(await liveCount(city, child.id, { measure: 'child.type.poor-family', on: '2026-03-15' })).toBe(0)
    expect(await countAudit(city, 'child-fact.recorded', child.id)).toBe(1)
  })

  it('refuses the same fact a second time while it goes on', async () => {
    const child = await registerSample(city, { facts: orphanFacts })
    await expect(city.as('孙主任', (context) => recordFact(context, { ...orphanFacts[0]!, id: child.id }))).rejects.toThrow(
      'FACT_ALREADY_HOLDS',
    )
  })

  it('refuses what has no such code, and writes nothing', async () => {
    const child = await registerSample(city)
    await expect(city.as('孙主任', (context) => recordFact(context, { ...poor, value: 'happy', id: child.id }))).rejects.toThrow(
      'INVALID_INPUT',
    )
    expect((await city.owner.query('select 1 from children.facts where child_id = $1', [child.id])).rowCount).toBe(0)
  })

  it('is not for leaders, officers, volunteers or administrators; the neighbour finds nothing', async () => {
    const child = await registerSample(city)
    for (const name of ['郑部长', '冯科长', '吴老师', '审计员'] as const) {
      await expect(city.as(name, (context) => recordFact(context, { ...poor, id: child.id }))).rejects.toThrow('FORBIDDEN')
    }
    for (const name of ['周主任', '王组长'] as const) {
      await expect(city.as(name, (context) => recordFact(context, { ...poor, id: child.id }))).rejects.toThrow('NOT_FOUND')
    }
  })
})
