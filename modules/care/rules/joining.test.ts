import { describe, expect, it } from 'vitest'
import { joinPairings } from './joining.ts'

const pairing = (id: string, fromOn: string, untilOn: string | null, caseId = 'case') => ({ id, caseId, fromOn, untilOn, role: 'helper' })

describe('pairings of one person under two records', () => {
  it('that overlap are one, from the first day to the last', () => {
    const joined = joinPairings([pairing('b', '2026-02-01', '2026-05-01'), pairing('a', '2026-01-01', '2026-03-01'), pairing('c', '2026-05-01', null)])
    expect(joined.map(({ first, untilOn, repeats }) => [first.id, untilOn, repeats.map(({ id }) => id)])).toEqual([['a', null, ['b', 'c']]])
  })

  it('that follow one another, or belong to other cases, stay apart', () => {
    expect(joinPairings([pairing('a', '2026-01-01', '2026-01-31'), pairing('b', '2026-02-01', null), pairing('c', '2026-01-05', null, 'other')])).toEqual([])
  })

  it('end on the later of the two last days, in whatever order the days stand', () => {
    const ends = (one: string | null, other: string | null) => (
      joinPairings([pairing('a', '2026-01-01', one), pairing('b', '2026-01-05', other)]).map(({ untilOn }) => untilOn))
    expect(ends('2026-03-01', '2026-02-01')).toEqual(['2026-03-01'])
    expect(ends('2026-02-01', '2026-03-01')).toEqual(['2026-03-01'])
    expect(ends(null, '2026-03-01')).toEqual([null])
    expect(ends('2026-03-01', null)).toEqual([null])
  })

  it('are sought case by case and in the order of their days, however they are listed', () => {
    const joined = joinPairings([
      pairing('z', '2026-01-01', '2026-02-01', 'one'), pairing('y', '2026-01-01', null, 'two'), pairing('b', '2026-01-15', '2026-03-01', 'one'),
      pairing('x', '2026-01-10', '2026-01-20', 'two'), pairing('a', '2026-01-01', null, 'three'),
    ])
    expect(joined.map(({ first, repeats }) => [first.id, ...repeats.map(({ id }) => id)])).toEqual([['z', 'b'], ['y', 'x']])
  })

  it('of the same first day keep the record that was there first', () => {
    expect(joinPairings([pairing('b', '2026-01-01', null), pairing('a', '2026-01-01', null)])[0]?.first.id).toBe('a')
  })
})
