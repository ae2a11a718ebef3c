import { describe, expect, it } from 'vitest'
import { childrenOf, findPublicProblem, lastDay, roundedDown, showList } from './public-lists.ts'

const child = (unitCode: string) => ({ unitCode, isChild: true, peopleCount: 1, amountFen: 100 })
const group = (unitCode: string, peopleCount: number) => ({ unitCode, isChild: false, peopleCount, amountFen: 1000 })

describe('a public list', () => {
  it('shows places as they were merged, rounded down to fives, and the sum where nobody is withheld', () => {
    const rows = [...Array.from({ length: 7 }, () => child('9901001')), group('9901002', 12)]
    expect(showList(rows, [{ unitCode: '9901001', children: 7 }])).toEqual({
      groups: [{ unitCode: '9901001', isChildren: true, atLeast: 5 }, { unitCode: '9901002', isChildren: false, atLeast: 10 }], isWithheld: false,
        totalFen: 1700,
    })
  })
  it('shows no children where they are too few in all, and then no sum', () => {
    expect(showList([child('9901001'), group('9901002', 5)], undefined))
      .toEqual({ groups: [{ unitCode: '9901002', isChildren: false, atLeast: 5 }], isWithheld: true, totalFen: null })
  })
  it('adds up groups of a unit, and withholds fewer than five people', () => {
    expect(showList([group('1', 3), group('1', 2)], [])).toEqual({ groups: [{ unitCode: '1', isChildren: false, atLeast: 5 }], isWithheld: false,
      totalFen: 2000 })
    expect(showList([group('1', 4), group('2', 5)], [])).toMatchObject({ groups: [{ unitCode: '2' }], isWithheld: true, totalFen: null })
    expect(showList([group('1', 6)], undefined)).toMatchObject({ isWithheld: false, totalFen: 1000 })
  })
  it('counts each child of the list once for its unit', () => {
    expect(childrenOf([child('1'), group('1', 9), child('2')])).toEqual([
      { unitCode: '1', children: 1, households: 0 }, { unitCode: '2', children: 1, households: 0 }])
  })
  it('never shows a number that is not a step of five', () => {
    for (let count = 0; count < 60; count += 1) expect([roundedDown(count) % 5, roundedDown(count) <= count, count - roundedDown(count) < 5]).toEqual([0,
      true, true])
  })
})

describe('the days for objections', () => {
  it('are those of the strictest kind, the first one counted; none where no kind asks for any', () => {
    expect(lastDay('2026-03-16', [0, 7, 3])).toBe('2026-03-22')
    expect(lastDay('2026-03-16', [1])).toBe('2026-03-16')
    expect(lastDay('2026-03-16', [0, 0])).toBeUndefined()
    expect(lastDay('2026-03-16', [])).toBeUndefined()
  })
  it('hold the last approval until they are over and every objection is rejected', () => {
    const ask = (endsOn: string | null, outcomes: ('upheld' | 'rejected' | null)[]) => findPublicProblem({ endsOn, today: '2026-03-22', outcomes })
    expect(ask('2026-03-22', [])).toBe('STILL_SHOWN')
    expect(ask('2026-03-21', [])).toBeUndefined()
    expect(ask(null, ['rejected'])).toBeUndefined()
    expect(ask('2026-03-21', ['rejected', null])).toBe('OBJECTIONS_OPEN')
    expect(ask('2026-03-25', [null, 'upheld'])).toBe('OBJECTION_UPHELD')
  })
})
