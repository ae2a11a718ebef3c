import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listChildren } from '../queries/list-children.ts'
import { setCivilAffairsTypes } from './set-civil-affairs-types.ts'
import { countAudit, liveCount, orphanFacts, registerSample } from './steps/sample-child.ts'

const decided = { decidedOn: '2026-03-02', source: '2026年3月民政台账' }

describe('what civil affairs has recognised', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('stands beside what we derive; the difference goes when they agree', async () => {
    const child = await registerSample(city, { facts: orphanFacts })
    expect(child.differs).toBe(true)
    const set = await city.as('赵干事', (context) =>
      setCivilAffairsTypes(context, { ...decided, id: child.id, version: 1, types: ['orphan'] }),
    )
    const row = (await city.as('赵干事', (context) => listChildren(context, { limit: 20, civilAffairsType: 'orphan' }))).items[0]
    expect(row).toMatchObject({ id: child.id, differs: false, civilAffairsTypes: ['orphan'] })
    expect(await liveCount(city, child.id, { measure: 'child.civil.orphan', on: '2026-03-16' })).toBe(1)
    expect(await liveCount(city, child.id, { measure: 'child.differs', on: '2026-03-16' })).toBe(0)
    await city.as('赵干事', (context) => setCivilAffairsTypes(context, { ...decided, id: child.id, version: set.version, types: [] }))
    expect(await liveCount(city, child.id, { measure: 'child.civil.orphan', on: '2026-03-16' })).toBe(0)
    expect(await liveCount(city, child.id, { measure: 'child.differs', on: '2026-03-16' })).toBe(1)
    expect(await countAudit(city, 'child.recognised', child.id)).toBe(2)
  })

  it('tells the second of two who save what the first has saved', async () => {
    const child = await registerSample(city)
    await city.as('孙主任', (context) => setCivilAffairsTypes(context, { ...decided, id: child.id, version: 1, types: ['poor-family'] }))
    await expect(
      city.as('赵干事', (context) => setCivilAffairsTypes(context, { ...decided, id: child.id, version: 1, types: [] })),
    ).rejects.toMatchObject({ code: 'STALE', data: { version: 2, current: { types: ['poor-family'] } } })
  })

  it('is refused in the future, to leaders, and to the neighbour', async () => {
    const child = await registerSample(city)
    const input = { ...decided, id: child.id, version: 1, types: [] }
    await expect(city.as('孙主任', (context) => setCivilAffairsTypes(context, { ...input, decidedOn: '2026-03-17' }))).rejects.toThrow(
      'INVALID_INPUT',
    )
    await expect(city.as('郑部长', (context) => setCivilAffairsTypes(context, input))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('周主任', (context) => setCivilAffairsTypes(context, input))).rejects.toThrow('NOT_FOUND')
  })
})
