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
})
