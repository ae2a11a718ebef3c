import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { childTypes } from '../contract.ts'
import { isSensitiveType } from '../rules/types/catalogue.ts'
import { countAudit, liveCount, orphanFacts, registerSample } from '../commands/steps/sample-child.ts'
import { getChild } from '../queries/get-child.ts'
import { deriveDueTypes } from './derive-due-types.ts'

describe('the nightly deriving', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it("moves band and types on the birthday, once, and makes it somebody's task", async () => {
    const child = await registerSample(city, { birthOn: '2008-04-02', facts: orphanFacts }, '陈主任')
    city.clock.moveTo('2026-04-01T02:00:00+08:00')
    await city.as('陈主任', deriveDueTypes)
    expect(await countAudit(city, 'child-types.derived', child.id)).toBe(0)
    city.clock.moveTo('2026-04-02T02:00:00+08:00')
    await city.as('陈主任', deriveDueTypes)
    await city.as('陈主任', deriveDueTypes)
    const card = await city.as('陈主任', (context) => getChild(context, child))
    expect([card.ageBand, card.derivedTypes]).toEqual(['18+', []])
    const measure = 'child.type.orphan'
    expect([
      await liveCount(city, child.id, { measure, on: '2026-04-01' }),
      await liveCount(city, child.id, { measure, on: '2026-04-02' }),
    ]).toEqual([1, 0])
    expect(await countAudit(city, 'child-types.derived', child.id)).toBe(1)
    const { rows } = await city.owner.query(`select title, kind from notices.notices where source_id = $1`, [child.id])
    expect(rows).toEqual([{ title: '张某已满18周岁，请办理结束档案或转介', kind: 'task' }])
  })

  it('feeds a figure for every type that is counted, and there is none for a type whose word alone would harm', async () => {
    const { rows } = await city.owner.query(`select code from figures.indicators where code like 'children.type.%' and valid_until is null`)
    const figures = rows.map(({ code }) => String(code).replace('children.type.', ''))
    expect(figures.toSorted()).toEqual(childTypes.filter((type) => !isSensitiveType(type)).toSorted())
  })

  it('begins a type on the day its fact has lasted long enough, and ends a consent that ran out', async () => {
    city.clock.moveTo('2026-04-02T09:00:00+08:00')
    const child = await registerSample(city, {
      facts: [{ subject: 'child', kind: 'residence', value: 'away-with-guardian', fromOn: '2025-11-01', evidence: 'visit' }],
      consents: [{ kind: 'service', form: 'paper', covers: '帮扶', fromOn: '2026-04-01', untilOn: '2026-04-20' }],
    })
    expect(child.derivedTypes).toEqual([])
    city.clock.moveTo('2026-05-01T02:00:00+08:00')
    await city.as('陈主任', deriveDueTypes)
    const card = await city.as('孙主任', (context) => getChild(context, child))
    expect(card.types).toMatchObject([{ type: 'migrant', since: '2026-05-01' }])
    expect(await liveCount(city, child.id, { measure: 'child.consent.service', on: '2026-05-01' })).toBe(0)
  })
})
