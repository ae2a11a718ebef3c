import { describe, expect, test } from 'vitest'
import { findMatches } from './matching.ts'

const line = (id: string, on: string, amountFen: number, more: { counterparty?: string; reference?: string } = {}) => (
  { id, on, amountFen, counterparty: '', reference: '', ...more })
const posting = (key: string, on: string, amountFen: number, memo = '') => ({ key, on, amountFen, memo })

describe('what belongs together', () => {
  test('is of one amount and a few days apart', () => {
    expect(findMatches([line('a', '2026-03-05', 100)], [posting('x', '2026-03-08', 100)])).toEqual([{ lineIds: ['a'], postingKeys: ['x'] }])
    expect(findMatches([line('a', '2026-03-05', 100)], [posting('x', '2026-03-11', 100)])).toEqual([])
    expect(findMatches([line('a', '2026-03-05', 100)], [posting('x', '2026-03-05', -100)])).toEqual([])
  })
  test('of two of one amount the name of the other side decides, then the nearer day', () => {
    const both = [posting('x', '2026-03-05', 100), posting('y', '2026-03-07', 100, '光明公司捐赠')]
    const named = findMatches([line('a', '2026-03-05', 100, { counterparty: '光明公司' })], both)
    expect(named).toEqual([{ lineIds: ['a'], postingKeys: ['y'] }])
    expect(findMatches([line('a', '2026-03-05', 100)], [posting('x', '2026-03-04', 100), posting('y', '2026-03-08', 100)]))
      .toEqual([{ lineIds: ['a'], postingKeys: ['x'] }])
  })
  test('where two fit equally well a person decides', () => {
    expect(findMatches([line('a', '2026-03-05', 100)], [posting('x', '2026-03-05', 100), posting('y', '2026-03-05', 100)])).toEqual([])
  })
  test('all lines of a day may make up one posting, and the other way round', () => {
    expect(findMatches([line('a', '2026-03-05', 100), line('b', '2026-03-05', 250)], [posting('x', '2026-03-06', 350)]))
      .toEqual([{ lineIds: ['a', 'b'], postingKeys: ['x'] }])
    expect(findMatches([line('a', '2026-03-05', -350)], [posting('x', '2026-03-05', -100), posting('y', '2026-03-05', -250)]))
      .toEqual([{ lineIds: ['a'], postingKeys: ['x', 'y'] }])
  })
  test('what came less what went on a day may make up one line, as a channel pays out a day less its fee', () => {
    const day = [posting('x', '2026-03-05', 1000), posting('y', '2026-03-05', 500), posting('fee', '2026-03-05', -9)]
    expect(findMatches([line('a', '2026-03-06', 1491)], day)).toEqual([{ lineIds: ['a'], postingKeys: ['x', 'y', 'fee'] }])
    expect(findMatches([line('a', '2026-03-06', 1490)], day)).toEqual([])
    expect(findMatches([line('a', '2026-03-06', 1491)], [...day, posting('z', '2026-03-05', 1)])).toEqual([])
    // Where the gross fits a line, the fee waits; where two lines fit, a person decides.
    expect(findMatches([line('a', '2026-03-06', 1500)], day)).toEqual([{ lineIds: ['a'], postingKeys: ['x', 'y'] }])
    expect(findMatches([line('a', '2026-03-06', 1491), line('b', '2026-03-07', 1491)], day)).toEqual([])
  })
  test('nothing is matched twice', () => {
    const found = findMatches([line('a', '2026-03-05', 100), line('b', '2026-03-06', 100)], [posting('x', '2026-03-05', 100)])
    expect(found).toEqual([{ lineIds: ['a'], postingKeys: ['x'] }])
  })
})
