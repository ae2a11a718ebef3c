import { expect, it } from 'vitest'
import { compareHistories, historyOf } from './type-history.ts'

const fact = { id: 'a', subject: 'household' as const, kind: 'economy' as const, value: 'low-income', fromOn: '2024-01-01', untilOn: null as string | null }
const historyOn = (untilOn: string | null, today: string) =>
  historyOf({ birthOn: '2015-05-20', facts: [{ ...fact, untilOn }] }, today).filter((line) => line.type === 'poor-family')

it('leaves an end that is still to come open, and writes it when it has come', () => {
  expect(historyOn('2026-06-30', '2026-06-30')).toMatchObject([{ fromOn: '2024-01-01', untilOn: null, factIds: ['a'] }])
  expect(historyOn('2026-06-30', '2026-07-01')).toMatchObject([{ fromOn: '2024-01-01', untilOn: '2026-06-30' }])
})

it('nothing is written before it begins', () => {
  expect(historyOn(null, '2023-12-31')).toEqual([])
})

it('compares kept and wanted line by line', () => {
  const line = { type: 'orphan' as const, ruleVersion: 1, factIds: [] }
  const kept = [
    { id: '1', type: 'orphan' as const, fromOn: '2020-01-01', untilOn: null }, { id: '2', type: 'migrant' as const, fromOn: '2021-01-01', untilOn: null }]
  const compared = compareHistories(kept, [{ ...line, fromOn: '2020-01-01', untilOn: '2022-01-01' }, { ...line, fromOn: '2023-01-01', untilOn: null }])
  expect(compared.added.map((each) => each.fromOn)).toEqual(['2023-01-01'])
  expect(compared.voided.map((each) => each.id)).toEqual(['2'])
  expect(compared.ended).toMatchObject([{ id: '1', before: null, untilOn: '2022-01-01' }])
})

it('tells two types apart that began on one day', () => {
  const kept = [{ id: '1', type: 'orphan' as const, fromOn: '2020-01-01', untilOn: null }]
  const compared = compareHistories(kept, [{ type: 'migrant', ruleVersion: 1, factIds: [], fromOn: '2020-01-01', untilOn: null }])
  expect([compared.added.map(({ type }) => type), compared.voided.map(({ id }) => id), compared.ended]).toEqual([['migrant'], ['1'], []])
})

it('writes nothing where both agree', () => {
  const kept = [{ id: '1', type: 'orphan' as const, fromOn: '2020-01-01', untilOn: '2021-01-01' }]
  const wanted = [{ type: 'orphan' as const, ruleVersion: 1, factIds: [], fromOn: '2020-01-01', untilOn: '2021-01-01' }]
  expect(compareHistories(kept, wanted)).toEqual({ added: [], voided: [], ended: [] })
})
