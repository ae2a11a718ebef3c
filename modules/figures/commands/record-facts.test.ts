import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listFigures } from '../queries/list-figures.ts'
import { endFacts, recordFacts } from './record-facts.ts'

describe('facts', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const value = async (code: string, period: string) =>
    (await city.as('陈主任', (context) => listFigures(context, { period }))).items.find((item) => item.code === code)?.value
  const record = async (recordId: string, measures: string[]) => {
    const unit = { id: await city.unitId('99010010001'), scopeCode: '990100100010000000' }
    await city.as('赵干事', (context) => recordFacts(context, measures.map((measure) => (
      { measure, happenedOn: '2026-01-05', unit, record: { kind: 'volunteer', id: recordId }, subjectId: recordId, label: '王某' }))))
  }

  it('of a stock end on a day; what happened before that day stays counted', async () => {
    const id = newId()
    await record(id, ['volunteer.active', 'volunteer.joined'])
    await city.as('赵干事', (context) => endFacts(context, { recordId: id, on: '2026-02-10' }))
    expect([await value('volunteers.active', '2026-01'), await value('volunteers.active', '2026-02')]).toEqual([1, 0])
    expect([await value('volunteers.joined', '2026-01'), await value('volunteers.joined', '2026-02')]).toEqual([1, 0])
  })

  it('that are taken back leave nothing, and a second time there is nothing left to take back', async () => {
    const id = newId()
    await record(id, ['visit.made'])
    expect(await value('visits.made', '2026')).toBe(1)
    expect(await city.as('赵干事', (context) => endFacts(context, { recordId: id }))).toBe(1)
    expect(await city.as('赵干事', (context) => endFacts(context, { recordId: id }))).toBe(0)
    expect(await value('visits.made', '2026')).toBe(0)
  })
})
