import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { openChildForm } from '../commands/forms/open-child-form.ts'
import { mergeChildren } from '../commands/merging/merge-children.ts'
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

  it('has the facts of both records when two tell of one child, on the paper form too', async () => {
    const kept = await registerSample(city, { name: '左小双', birthOn: '2014-01-01', facts: orphanFacts.slice(0, 1) })
    const ended = await registerSample(city, { name: '佐小霜', birthOn: '2014-01-01', facts: orphanFacts.slice(1) })
    const versionOf = async (id: string) => (await city.owner.query('select version from children.children where id = $1', [id])).rows[0].version as number
    await city.as('赵干事', async (context) => mergeChildren(context, {
      id: kept.id, mergedId: ended.id, version: await versionOf(kept.id), mergedVersion: await versionOf(ended.id), reason: '户口本核对为同一人' }))
    const past = await on(kept.id, '2021-06-01')
    expect([past.facts.length, past.types.map(({ type }) => type)]).toEqual([orphanFacts.length, expect.arrayContaining(['orphan'])])
    const form = await city.as('孙主任', (context) => openChildForm(context, { id: kept.id, kind: 'household' }))
    expect(form.known).toContainEqual({ label: '父母情况', value: '父亲死亡、母亲死亡' })
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
