import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listFigures } from '../queries/list-figures.ts'
import { moveStocks } from './move-stocks.ts'
import { endFacts, recordFacts, type Fact } from './record-facts.ts'

describe('stocks of a unit that goes elsewhere', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const unit = async (code: string): Promise<Fact['unit']> => ({ id: await city.unitId(code), scopeCode: code.padEnd(18, '0') })
  const record = async (measure: string, fact: { happenedOn: LocalDate; code: string }) => {
    const recordId = newId()
    await city.as('陈主任', async (context) => recordFacts(context, [{ measure, happenedOn: fact.happenedOn, unit: await unit(fact.code),
      record: { kind: 'test', id: recordId }, subjectId: recordId, label: '某记录' }]))
    return recordId
  }
  const move = (limit = 100, on = '2026-03-10') => city.as('陈主任', async (context) => moveStocks(context, {
    from: await unit('990100100010001'), to: await unit('990100200010001'), on, limit }))
  const values = async (code: string, indicator: string) => Promise.all(['2026-02', '2026-03'].map(async (period) =>
    (await city.as('陈主任', (context) => listFigures(context, { unit: code, period }))).items.find((item) => item.code === indicator)?.value))

  it('count at the old place until the day, at the new one from then on, and nowhere twice', async () => {
    await record('child.registered', { happenedOn: '2026-01-05', code: '990100100010001' })
    await record('child.registered', { happenedOn: '2026-03-12', code: '990100100010001' })
    expect(await move(1)).toBe(1)
    expect(await move(1)).toBe(1)
    expect(await move(1)).toBe(0)
    expect(await values('9901001', 'children.registered')).toEqual([1, 0])
    expect(await values('9901002', 'children.registered')).toEqual([0, 2])
    expect(await values('9901', 'children.registered')).toEqual([1, 2])
  })

  it('leave behind what happened there and what had ended before anybody knew of the move', async () => {
    await record('child.added', { happenedOn: '2026-02-05', code: '990100100010001' })
    const left = await record('volunteer.active', { happenedOn: '2026-01-05', code: '990100100010001' })
    await city.as('陈主任', (context) => endFacts(context, { recordId: left, on: '2026-03-01' }))
    expect(await move()).toBe(0)
    expect(await values('9901001', 'children.added')).toEqual([1, 0])
    expect(await values('9901001', 'volunteers.active')).toEqual([1, 0])
  })

  it('can be ended afterwards at the new place', async () => {
    const leaving = await record('volunteer.active', { happenedOn: '2026-01-05', code: '990100100010001' })
    await move()
    expect(await values('9901002', 'volunteers.active')).toEqual([0, 1])
    expect(await city.as('陈主任', (context) => endFacts(context, { recordId: leaving, on: '2026-03-14' }))).toBe(1)
    expect(await values('9901002', 'volunteers.active')).toEqual([0, 0])
  })
})
