import { describe, expect, it } from 'vitest'
import { kindOn, kindsBefore, type KindFrom } from './kinds.ts'

const entries: KindFrom[] = [
  { kind: 'public-foundation', fromOn: '2025-05-10' }, { kind: 'foundation', fromOn: '2020-01-01' }, { kind: 'society', fromOn: '2026-03-01' },
]

describe('what a body is on a day', () => {
  const on = (day: string, derived: KindFrom['kind'] | null = 'public-society') => kindOn(entries, { derived, on: day })
  it('is what began last, from its first day on', () => {
    expect(['2020-01-01', '2025-05-09', '2025-05-10', '2026-02-28', '2026-03-01', '2030-01-01'].map((day) => on(day)))
      .toEqual(['foundation', 'foundation', 'public-foundation', 'public-foundation', 'society', 'society'])
  })
  it('is what the books say before the first entry, and nothing for a committee', () => {
    expect([on('2019-12-31'), on('2019-12-31', null), kindOn([], { derived: null, on: '2026-01-01' })]).toEqual(['public-society', null, null])
  })
})

describe('what a body was within a year', () => {
  const within = (firstOn: string, lastOn: string, of = entries, derived: KindFrom['kind'] | null = 'foundation') =>
    kindsBefore(of, { derived, firstOn, lastOn })
  it('is told with its last day, where it became another', () => {
    expect(within('2025-01-01', '2025-12-31')).toEqual([{ kind: 'foundation', untilOn: '2025-05-09' }])
    expect(within('2025-01-01', '2026-12-31')).toEqual([{ kind: 'foundation', untilOn: '2025-05-09' }, { kind: 'public-foundation', untilOn: '2026-02-28' }])
  })
  it('is nothing where it stayed the same, began with the first day, or changes after the last', () => {
    expect([within('2024-01-01', '2024-12-31'), within('2025-05-10', '2025-12-31'), within('2025-01-01', '2025-05-09')]).toEqual([[], [], []])
    expect(within('2019-01-01', '2020-12-31')).toEqual([])
    expect(within('2019-01-01', '2020-12-31', entries, null)).toEqual([])
  })
  it('is told once, and not at all where the year ends as it began', () => {
    const there: KindFrom[] = [{ kind: 'foundation', fromOn: '2025-02-01' }, { kind: 'society', fromOn: '2025-03-01' },
      { kind: 'foundation', fromOn: '2025-04-01' }, { kind: 'society', fromOn: '2025-05-01' }, { kind: 'public-foundation', fromOn: '2025-06-01' }]
    expect(within('2025-01-01', '2025-12-31', there, 'public-foundation')).toEqual([
      { kind: 'foundation', untilOn: '2025-04-30' }, { kind: 'society', untilOn: '2025-05-31' }])
  })
})
