import { describe, expect, it } from 'vitest'
import { groupRoute, moved } from './route.ts'

const stop = (caseId: string, village: string, householdId: string | null = null) => (
  { caseId, unitCode: `9901${village}`, unitName: `${village}村`, householdId, childLabel: caseId })
const shown = (stops: Parameters<typeof groupRoute>[0], saved: string[] = []) =>
  groupRoute(stops, saved).map((part) => `${part.unitName}:${part.stops.map(({ caseId }) => caseId).join('')}`)

describe('the route of a day', () => {
  it('goes from village to village and to each of them once', () => {
    expect(shown([stop('a', '2'), stop('b', '1'), stop('c', '2'), stop('d', '1')])).toEqual(['1村:bd', '2村:ac'])
  })

  it('visits the children of one house one after the other', () => {
    expect(shown([stop('a', '1', 'y'), stop('b', '1', 'x'), stop('c', '1', 'y')])).toEqual(['1村:bac'])
  })

  it('keeps the order somebody chose, of villages and of visits', () => {
    expect(shown([stop('a', '1'), stop('b', '1'), stop('c', '2')], ['c', 'b', 'a'])).toEqual(['2村:c', '1村:ba'])
  })

  it('puts a visit that came later at the end of its village, and leaves out one that is gone', () => {
    expect(shown([stop('a', '1'), stop('b', '1'), stop('c', '2')], ['gone', 'c', 'b'])).toEqual(['2村:c', '1村:ba'])
  })

  it('moves one entry by one place; at an end it stays', () => {
    expect([moved(['a', 'b', 'c'], 1, -1), moved(['a', 'b', 'c'], 1, 1), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)])
      .toEqual([['b', 'a', 'c'], ['a', 'c', 'b'], ['a', 'b'], ['a', 'b']])
  })
})
