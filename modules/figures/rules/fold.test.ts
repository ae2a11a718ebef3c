import { describe, expect, it } from 'vitest'
import { nodesAbove, presenceChanges, presenceCountChanges, presenceKey, presenceNodes, rollupChanges, type PresenceChange } from './fold.ts'

const city = '990100000000000000'
const county = '990100100000000000'
const town = '990100100010000000'
const village = '990100100010001000'
const neighbour = '990100100010002000'
const province = '990000000000000000'

describe('a fact of a village', () => {
  it('counts in the village and in each unit above it, the topmost first', () => {
    expect(nodesAbove(village)).toEqual([province, city, county, town, village])
    expect(nodesAbove(city)).toEqual([province, city])
  })

  it('is kept as somebody\'s presence in the city and in the county only', () => {
    expect(presenceNodes(village)).toEqual([city, county])
    expect(presenceNodes(city)).toEqual([city])
  })
})

describe('facts are added', () => {
  const of = (scopeCode: string, month: number, count: number, total: number) => ({ scopeCode, measure: 'visit', month, count, total })

  it('to the month and to the year, in each unit above', () => {
    expect(rollupChanges([of(city, 202603, 2, 30)])).toEqual([
      { scopeCode: province, measure: 'visit', period: 202600, count: 2, total: 30 },
      { scopeCode: province, measure: 'visit', period: 202603, count: 2, total: 30 },
      { scopeCode: city, measure: 'visit', period: 202600, count: 2, total: 30 },
      { scopeCode: city, measure: 'visit', period: 202603, count: 2, total: 30 },
    ])
  })

  it('to one row where units meet, with what each of them brings', () => {
    const changes = rollupChanges([of(village, 202603, 2, 30), of(neighbour, 202604, 3, 70)])
    const found = (scopeCode: string, period: number) => changes.find((each) => each.scopeCode === scopeCode && each.period === period)
    expect(found(town, 202600)).toMatchObject({ count: 5, total: 100 })
    expect(found(town, 202603)).toMatchObject({ count: 2, total: 30 })
    expect(found(village, 202600)).toMatchObject({ count: 2, total: 30 })
    expect(found(neighbour, 202603)).toBeUndefined()
    expect(changes).toHaveLength(4 * 3 + 2 * 2)
  })

  it('of each measure by itself, and are written by unit, then measure, then period', () => {
    const changes = rollupChanges([{ ...of(city, 202603, 1, 1), measure: 'b' }, { ...of(city, 202602, 1, 1), measure: 'a' },
      { ...of(city, 202601, 1, 1), measure: 'b' }])
    expect(changes.filter(({ scopeCode }) => scopeCode === city).map(({ measure, period }) => `${measure} ${period}`))
      .toEqual(['a 202600', 'a 202602', 'b 202600', 'b 202601', 'b 202603'])
    expect(changes.map(({ scopeCode }) => scopeCode)).toEqual(changes.map(({ scopeCode }) => scopeCode).toSorted())
  })
})

describe('who was present', () => {
  const of = (scopeCode: string, subjectId: string, net: number, month = 202603) => ({ scopeCode, measure: 'visited', month, subjectId, net })

  it('is kept of a flow for the month and for the year', () => {
    expect(presenceChanges([of(village, 'child', 1)], new Set())).toEqual([
      { scopeCode: city, measure: 'visited', period: 202600, subjectId: 'child', net: 1 },
      { scopeCode: city, measure: 'visited', period: 202603, subjectId: 'child', net: 1 },
      { scopeCode: county, measure: 'visited', period: 202600, subjectId: 'child', net: 1 },
      { scopeCode: county, measure: 'visited', period: 202603, subjectId: 'child', net: 1 },
    ])
  })

  it('is kept of a stock for all days together', () => {
    expect(presenceChanges([of(city, 'child', 1), of(city, 'child', 1, 202604)], new Set(['visited'])))
      .toEqual([{ scopeCode: city, measure: 'visited', period: 0, subjectId: 'child', net: 2 }])
  })

  it('is added up over units, and not written where it comes to nothing', () => {
    expect(presenceChanges([of(village, 'child', 1), of(neighbour, 'child', 2), of(village, 'other', 1), of(neighbour, 'other', -1)], new Set(['visited'])))
      .toEqual([{ scopeCode: city, measure: 'visited', period: 0, subjectId: 'child', net: 3 },
        { scopeCode: county, measure: 'visited', period: 0, subjectId: 'child', net: 3 }])
  })
})

describe('the number of distinct people', () => {
  const change = (subjectId: string, net: number): PresenceChange => ({ scopeCode: city, measure: 'visited', period: 202603, subjectId, net })
  /** How the number changes when each of these people has been present so often afterwards. */
  const steps = (...people: readonly (readonly [net: number, after: number])[]) => {
    const changes = people.map(([net], index) => change(`child ${index}`, net))
    return presenceCountChanges(changes, new Map(people.map(([, after], index) => [presenceKey(change(`child ${index}`, 0)), after]))).map(({ count }) => count)
  }

  it('grows with whoever was not present before, however often', () => {
    expect(steps([1, 1])).toEqual([1])
    expect(steps([3, 3])).toEqual([1])
    expect(steps([1, 1], [1, 1])).toEqual([2])
  })

  it('stays where somebody was present already, or is still', () => {
    expect(steps([1, 2])).toEqual([])
    expect(steps([-1, 1])).toEqual([])
  })

  it('shrinks when nothing is left of somebody, and does not count whoever is taken back before being present', () => {
    expect(steps([-1, 0])).toEqual([-1])
    expect(steps([-1, -1])).toEqual([])
    expect(steps([1, 0])).toEqual([])
  })

  it('is told for each unit, measure and period by itself, in their order', () => {
    const changes = [{ ...change('a', 1), scopeCode: county }, { ...change('a', 1), period: 202600 }, change('a', 1), { ...change('a', 1), measure: 'called' }]
    expect(presenceCountChanges(changes, new Map())).toEqual([
      { scopeCode: city, measure: 'called', period: 202603, count: 1 }, { scopeCode: city, measure: 'visited', period: 202600, count: 1 },
      { scopeCode: city, measure: 'visited', period: 202603, count: 1 }, { scopeCode: county, measure: 'visited', period: 202603, count: 1 },
    ])
  })
})
