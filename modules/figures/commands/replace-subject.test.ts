import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listFigures } from '../queries/list-figures.ts'
import { recordFacts } from './record-facts.ts'
import { replaceSubject } from './replace-subject.ts'

describe('two subjects that turn out to be one', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('are counted once, as often as before, and what they did keeps its days and minutes', async () => {
    const [one, other] = [newId(), newId()]
    const went = async (subjectId: string, happenedOn: string) => city.as('陈主任', async (context) => recordFacts(context, [{
      measure: 'visit.service', happenedOn, unit: { id: await city.unitId('990100100010001'), scopeCode: '990100100010001000' },
      record: { kind: 'visit', id: newId() }, subjectId, value: 30, label: '王某 · 走访' }]))
    await went(one, '2026-02-05')
    await went(other, '2026-02-09')
    await went(other, '2026-03-09')
    const values = async (period: string) => {
      const { items } = await city.as('陈主任', (context) => listFigures(context, { unit: '9901', period }))
      return ['volunteers.serving', 'service.times', 'service.minutes'].map((code) => items.find((item) => item.code === code)?.value)
    }
    expect([await values('2026-02'), await values('2026-03')]).toEqual([[2, 2, 60], [1, 1, 30]])
    for (let times = 0; times < 2; times++) {
      await city.as('陈主任', (context) => replaceSubject(context, { from: other, to: one, measures: ['visit.service'] }))
      expect([await values('2026-02'), await values('2026-03')]).toEqual([[1, 2, 60], [1, 1, 30]])
    }
  })
})
