import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '#platform/database/pool.ts'
import { buildServer } from '#platform/http/server.ts'
import { listenToStatements } from '#platform/testing/statements.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { countAudit, orphanFacts, registerSample } from '../commands/steps/sample-child.ts'
import { childrenModule } from '../module.ts'
import { getChild } from './get-child.ts'

const hiv = { subject: 'child', kind: 'illness', value: 'hiv', fromOn: '2025-01-01', evidence: 'hospital' } as const

describe('the card of a child', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('gives reasons for each type to those who may read facts, and records each reading', async () => {
    const child = await registerSample(city, { facts: orphanFacts })
    const card = await city.as('李组长', (context) => getChild(context, child))
    expect(card.types.find((each) => each.type === 'orphan')).toMatchObject({
      since: '2021-06-01',
      reasons: ['母亲：死亡（2021年6月1日起）', '父亲：死亡（2020年1月10日起）'],
      source: expect.stringContaining('国办发〔2010〕54号'),
    })
    const standing = card.types.find((each) => each.type === 'orphan')?.factIds
    expect(standing?.toSorted()).toEqual(card.facts.map(({ id }) => id).toSorted())
    expect([card.access, card.hasPendingRequest]).toEqual([[], false])
    expect(await countAudit(city, 'child.read', child.id)).toBe(1)
  })

  it('shows a leader types without facts', async () => {
    const child = await registerSample(city, { facts: orphanFacts })
    const card = await city.as('郑部长', (context) => getChild(context, child))
    expect(card.facts).toEqual([])
    expect(card.types.map((each) => [each.type, each.reasons, each.factIds])).toContainEqual(['orphan', [], []])
  })

  it('keeps what would harm from everyone without an approval that names health', async () => {
    const child = await registerSample(city, { facts: [hiv] })
    const [officeCard, registrarCard] = [
      await city.as('赵干事', (context) => getChild(context, child)),
      await city.as('孙主任', (context) => getChild(context, child)),
    ]
    expect(officeCard.derivedTypes).not.toContain('hiv-infected')
    expect(officeCard.types.map((each) => each.type)).toEqual(['minor-in-hardship', 'own-hardship'])
    expect(officeCard.types[0]?.reasons).toEqual(['健康等敏感情况（须有查阅许可方可查看）'])
    expect(officeCard.facts[0]).toMatchObject({ kind: 'illness', value: null })
    expect(registrarCard.types.map((each) => each.type)).toContain('hiv-infected')
    expect(registrarCard.facts[0]).toMatchObject({ value: 'hiv' })
    expect((await city.owner.query(`select 1 from figures.facts where measure = 'child.type.hiv-infected'`)).rowCount).toBe(0)
  })

  it('is not found outside the range, and not for volunteers', async () => {
    const child = await registerSample(city)
    await expect(city.as('王组长', (context) => getChild(context, child))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('吴老师', (context) => getChild(context, child))).rejects.toThrow('FORBIDDEN')
    expect(await countAudit(city, 'child.read', child.id)).toBe(0)
  })

  it('takes two statements, its recorded reading among them', async () => {
    const child = await registerSample(city)
    const pool = openPool(city.urls.app, { max: 1 })
    const { taken } = listenToStatements(pool)
    const server = await buildServer({ modules: [childrenModule], ground: { ...city.ground, pool }, pageFolder: null, requestsPerMinute: 1000 })
    const { statusCode } = await server.inject({ url: `/api/children/${child.id}`, headers: { cookie: await city.cookieOf('赵干事') } })
    const statements = taken().filter(({ text }) => !/^(begin|commit)|app_begin/.test(text))
    await server.close()
    await pool.end()
    expect([statusCode, statements.length]).toEqual([200, 2])
  })
})
