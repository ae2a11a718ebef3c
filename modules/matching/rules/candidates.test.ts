import { describe, expect, it } from 'vitest'
import { listCandidates } from './candidates.ts'
import { factsOf, free, waiting } from './sample-facts.ts'

const village = '990100100010001000'
const neighbour = '990100100010002000'
const town = '990100100020001000'
const county = '990100200010001000'
const elsewhere = '880100100010001000'

const many = <One>(count: number, make: (index: number) => One): One[] => Array.from({ length: count }, (_none, index) => make(index))
const offeredTo = (facts: Parameters<typeof listCandidates>[0], child: number) =>
  listCandidates(facts).filter((pair) => pair.child === child).map(({ volunteer }) => volunteer)

describe('a pair may be proposed', () => {
  it('of each child with each volunteer, wherever they live, while all pairs can be looked at', () => {
    const facts = factsOf([waiting('a'), waiting('b', { scopeCode: elsewhere })], [free('one', { scopeCode: county }), free('two')])
    expect(listCandidates(facts)).toEqual([
      { child: 0, volunteer: 0 }, { child: 0, volunteer: 1 }, { child: 1, volunteer: 0 }, { child: 1, volunteer: 1 }])
  })

  it('only with a volunteer who has a place left', () => {
    const volunteers = [free('full', { capacity: 2, load: 2 }), free('over', { capacity: 1, load: 2 }), free('one-left', { capacity: 2, load: 1 })]
    expect(listCandidates(factsOf([waiting('a')], volunteers))).toEqual([{ child: 0, volunteer: 2 }])
  })

  it('not where the pair is barred; the other child may have that volunteer', () => {
    expect(listCandidates(factsOf([waiting('a', { barred: new Set(['one']) }), waiting('b')], [free('one')]))).toEqual([{ child: 1, volunteer: 0 }])
  })

  it('of a whole city up to sixty thousand pairs, and from there on of each child with its nearest', () => {
    const volunteers = many(300, (index) => free(`v${index}`))
    expect(listCandidates(factsOf(many(200, (index) => waiting(`c${index}`)), volunteers))).toHaveLength(60_000)
    expect(offeredTo(factsOf(many(201, (index) => waiting(`c${index}`)), volunteers), 0)).toHaveLength(20)
  })
})

describe('above sixty thousand pairs a child is offered', () => {
  const children = many(221, (index) => waiting(`c${index}`, { householdId: `household ${index >> 1}`, ...index === 220 ? { scopeCode: elsewhere } : {} }))
  // Five of its own village, then seven of the town, then nine of the county; all others live in another city.
  const codes = [...many(5, () => village), ...many(7, () => neighbour), ...many(9, () => town), ...many(3, () => county)]
  const volunteers = many(300, (index) => free(`v${index}`, { scopeCode: codes[index] ?? '770100100010001000' }))
  const scattered = factsOf(children, volunteers)

  it('twenty: first all of its village, then of its town, then of its county', () => {
    const offered = offeredTo(scattered, 0)
    expect(new Set(offered.slice(0, 5))).toEqual(new Set([0, 1, 2, 3, 4]))
    expect(new Set(offered.slice(5, 12))).toEqual(new Set([5, 6, 7, 8, 9, 10, 11]))
    expect(offered.slice(12).every((volunteer) => volunteer >= 12 && volunteer < 21)).toBe(true)
    expect(new Set(offered).size).toBe(20)
  })

  it('volunteers of another county where its own has too few', () => {
    const few = factsOf(children, volunteers.filter((_volunteer, index) => index < 10 || index >= 21))
    expect(new Set(offeredTo(few, 0))).toEqual(new Set(many(13, (index) => index)))
  })

  it('nobody of another city', () => {
    expect(offeredTo(scattered, 220)).toEqual([])
  })

  const crowd = factsOf(children, many(300, (index) => free(`v${index}`)))

  it('the same people as its brothers and sisters', () => {
    expect(offeredTo(crowd, 0)).toEqual(offeredTo(crowd, 1))
    expect(offeredTo(crowd, 198)).toEqual(offeredTo(crowd, 199))
  })

  it('people who stand one after another in the list, from its last on to its first', () => {
    for (const child of many(100, (index) => index * 2)) {
      const offered = offeredTo(crowd, child)
      expect(offered).toEqual(offered.map((_volunteer, step) => ((offered[0] ?? 0) + step) % 300))
    }
  })

  it('other people than other households: a hundred households ask for more than half of three hundred', () => {
    expect(new Set(listCandidates(crowd).map(({ volunteer }) => volunteer)).size).toBeGreaterThan(150)
  })
})
