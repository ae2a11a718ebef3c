import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getChild } from '../../queries/get-child.ts'
import { endFact, voidFact } from './end-fact.ts'
import { countAudit, liveCount, orphanFacts, registerSample } from '../steps/sample-child.ts'

describe('ending and voiding a fact', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())
  const poor = [{ subject: 'household', kind: 'economy', value: 'low-income', fromOn: '2025-01-01', evidence: 'civil-affairs' }] as const
  const factOf = async (childId: string) =>
    String((await city.owner.query('select id from children.facts where child_id = $1 order by from_on', [childId])).rows[0].id)
  const measure = 'child.type.poor-family'

  it('a type ends with its fact, from the day after on, and the history keeps it', async () => {
    const child = await registerSample(city, { facts: [...poor] })
    await city.as('孙主任', async (context) => endFact(context, { id: child.id, factId: await factOf(child.id), untilOn: '2026-03-15' }))
    const card = await city.as('孙主任', (context) => getChild(context, child))
    expect([card.derivedTypes, card.facts[0]?.untilOn]).toEqual([[], '2026-03-15'])
    expect(await liveCount(city, child.id, { measure, on: '2026-03-16' })).toBe(0)
    const { rows } = await city.owner.query(
      `select until_on, voided_at from children.derived_types where child_id = $1 and type = 'poor-family'`,
      [child.id],
    )
    expect(rows).toEqual([{ until_on: '2026-03-15', voided_at: null }])
    expect(await countAudit(city, 'child-fact.ended', child.id)).toBe(1)
  })

  it('a voided fact was never there, but what was derived from it stays in the history', async () => {
    const child = await registerSample(city, { facts: [...orphanFacts] })
    await city.as('孙主任', async (context) =>
      voidFact(context, { id: child.id, factId: await factOf(child.id), reason: '登记到了别人名下' }),
    )
    expect((await city.as('孙主任', (context) => getChild(context, child))).derivedTypes).toEqual(['lost-kin'])
    expect(await liveCount(city, child.id, { measure: 'child.type.orphan', on: '2026-12-31' })).toBe(0)
    const { rows } = await city.owner.query(
      `select voided_at is not null as voided from children.derived_types where child_id = $1 and type = 'orphan'`,
      [child.id],
    )
    expect(rows).toEqual([{ voided: true }])
  })

  it('refuses an end before the beginning or to come, and a second end', async () => {
    const child = await registerSample(city, { facts: [...poor] })
    const factId = await factOf(child.id)
    const end = (untilOn: string) => city.as('孙主任', (context) => endFact(context, { id: child.id, factId, untilOn }))
    await expect(end('2024-12-31')).rejects.toThrow('INVALID_INPUT')
    await expect(end('2026-03-17')).rejects.toThrow('INVALID_INPUT')
    await end('2026-03-01')
    await expect(end('2026-03-02')).rejects.toThrow('FACT_ALREADY_ENDED')
  })

  it('is refused to who may not, and not found by the neighbour', async () => {
    const child = await registerSample(city, { facts: [...poor] })
    const input = { id: child.id, factId: await factOf(child.id), untilOn: '2026-03-01' }
    await expect(city.as('郑部长', (context) => endFact(context, input))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('蒋主任', (context) => voidFact(context, { ...input, reason: '不该看见' }))).rejects.toThrow('NOT_FOUND')
  })
})
