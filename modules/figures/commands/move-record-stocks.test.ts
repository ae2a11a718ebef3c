import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { moveRecordStocks } from './move-record-stocks.ts'
import { endFacts, recordFacts } from './record-facts.ts'

let city: TestCity
beforeAll(async () => { city = await openTestCity() })
afterAll(() => city.close())

it('stocks of a record end at the old unit and begin at the new one on the day, flows and ended stocks stay', async () => {
  const [from, to] = await Promise.all(['990100100010001', '990100100010002'].map(
    async (code) => ({ id: await city.unitId(code), scopeCode: code.padEnd(18, '0') })))
  const id = newId()
  const fact = (measure: string) => ({ measure, happenedOn: '2026-01-10', unit: from!, record: { kind: 'child', id }, subjectId: id, label: '张某' })
  await city.as('李组长', async (context) => {
    await recordFacts(context, ['child.registered', 'child.added', 'child.type.orphan'].map(fact))
    await endFacts(context, { recordId: id, measures: ['child.type.orphan'], on: '2026-02-01' })
    await moveRecordStocks(context, { recordIds: [id], to: to!, on: '2026-03-16' })
    await moveRecordStocks(context, { recordIds: [id], to: to!, on: '2026-03-16' })
  })
  const { rows } = await city.owner.query(
    `select measure, happened_on::text as "on", sign, unit_id = $2 as moved from figures.facts where record_id = $1
      order by measure, happened_on, sign`, [id, to!.id])
  expect(rows.map(({ measure, on, sign, moved }) => [measure, on, sign, moved])).toEqual([
    ['child.added', '2026-01-10', 1, false],
    ['child.registered', '2026-01-10', 1, false], ['child.registered', '2026-03-16', -1, false], ['child.registered', '2026-03-16', 1, true],
    ['child.type.orphan', '2026-01-10', 1, false], ['child.type.orphan', '2026-02-01', -1, false],
  ])
})
