import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { countAudit, orphanFacts, registerSample } from '../commands/steps/sample-child.ts'
import { getPastChild } from './get-past-child.ts'

describe('a child on a past day', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  const on = (id: string, day: string) => city.as('孙主任', (context) => getPastChild(context, { id, day }))

  it('has the types and facts of that day with their reasons, and says what was only recorded later', async () => {
    const { id } = await registerSample(city, { facts: orphanFacts })
    await city.owner.query(`update children.facts set recorded_at = '2026-03-16T08:00:00+08:00' where child_id = $1`, [id])
    const before = await on(id, '2021-05-31')
    expect(before.types.map(({ type }) => type)).toEqual(['lost-kin'])
    expect(before.facts).toMatchObject([{ subject: 'father', value: 'deceased', isLater: true }])
    const after = await on(id, '2021-06-01')
    expect(after.types).toContainEqual(expect.objectContaining({
      type: 'orphan', since: '2021-06-01', reasons: ['父亲：死亡（2020年1月10日起）', '母亲：死亡（2021年6月1日起）'] }))
    const { facts } = await on(id, '2026-03-16')
    expect(facts.map(({ isLater }) => isLater)).toEqual([false, false])
    expect(await countAudit(city, 'child.read', id)).toBe(3)
  })

  it('keeps the words of health from whoever has no approval for it', async () => {
    const { id } = await registerSample(city, {
      name: '童小安', facts: [{ subject: 'child', kind: 'illness', value: 'hiv', fromOn: '2024-01-01', evidence: 'hospital' }] })
    const seen = await city.as('李组长', (context) => getPastChild(context, { id, day: '2025-01-01' }))
    expect(seen.facts).toMatchObject([{ kind: 'illness', value: null }])
    expect(seen.types.map(({ type }) => type)).not.toContain('hiv-infected')
    expect(JSON.stringify(seen)).not.toContain('hiv')
  })

  it('is not asked of a day to come', async () => {
    const { id } = await registerSample(city, { name: '毛小安' })
    await expect(on(id, '2026-03-17')).rejects.toMatchObject({ data: { issues: [{ path: ['day'] }] } })
  })
})
