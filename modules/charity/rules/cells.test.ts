import { describe, expect, it } from 'vitest'
import { fewest, mergeSmallGroups, type Count, type Group } from './cells.ts'

const count = (unitCode: string, children: number, households = 0): Count => ({ unitCode, children, households })
const town = '99010010001'
const [village, sister, third] = [`${town}0001`, `${town}0002`, `${town}0003`]

describe('groups that may be shown', () => {
  it('are the units themselves where there are enough', () => {
    expect(mergeSmallGroups([count(village, 5, 5), count(sister, 9)])).toEqual([
      { unitCode: village, isMerged: false, children: 5, households: 5 }, { unitCode: sister, isMerged: false, children: 9, households: 0 }])
  })

  it('put a unit with too few together with the unit above it', () => {
    expect(mergeSmallGroups([count(village, 3), count(sister, 4), count(third, 8)])).toEqual([
      { unitCode: town, isMerged: true, children: 7, households: 0 }, { unitCode: third, isMerged: false, children: 8, households: 0 }])
  })

  it('take a neighbour in where the rest would be too few, so that no total less the others tells it', () => {
    expect(mergeSmallGroups([count(village, 3), count(sister, 6), count(third, 9)])).toEqual([
      { unitCode: '9901', isMerged: true, children: 9, households: 0 }, { unitCode: third, isMerged: false, children: 9, households: 0 }])
  })

  it('look at households as they do at children', () => {
    expect(mergeSmallGroups([count(village, 9, 2), count(sister, 9, 4)])).toEqual([{ unitCode: town, isMerged: true, children: 18, households: 6 }])
  })

  it('are none where there are too few in all', () => {
    expect(mergeSmallGroups([count(village, 2), count('990100200010001', 2)])).toBeUndefined()
    expect(mergeSmallGroups([count(village, 9, 4)])).toBeUndefined()
    expect(mergeSmallGroups([])).toEqual([])
    expect(mergeSmallGroups([count(village, 0)])).toEqual([])
  })
})

describe('for any counts, groups', () => {
  const total = (of: readonly { children: number; households: number }[]) => ({
    children: of.reduce((sum, { children }) => sum + children, 0), households: of.reduce((sum, { households }) => sum + households, 0) })
  const cases = inventCounts(600).map((counts) => ({ counts, groups: mergeSmallGroups(counts) }))
  const shown = cases.flatMap(({ counts, groups }) => (groups === undefined ? [] : [{ counts, groups }]))

  it('are none only where there are too few in all', () => {
    const withheld = cases.filter(({ groups }) => groups === undefined).map(({ counts }) => total(counts))
    expect(withheld.length).toBeGreaterThan(0)
    for (const all of withheld) expect(all.children < fewest || all.households < fewest).toBe(true)
  })

  it('hold everybody, and are nobody or five at least', () => {
    expect(shown.length).toBeGreaterThan(0)
    for (const { counts, groups } of shown) {
      expect(total(groups)).toEqual(total(counts))
      for (const group of groups) expectManyOrNone(group)
    }
  })

  it('never tell fewer than five as everybody less the units that stand alone, whichever of them', () => {
    const tellable = shown.flatMap(({ counts, groups }) => {
      const alone = groups.filter(({ isMerged }) => !isMerged).map(({ unitCode }) => unitCode)
      return Array.from({ length: 2 ** Math.min(alone.length, 6) }, (_, subset) => {
        const taken = alone.filter((_code, at) => at < 6 && (subset & (1 << at)) !== 0)
        // Reckoned from who was counted, not from the groups: what a reader could work out about the others.
        return total(counts.filter(({ unitCode }) => !taken.includes(unitCode)))
      })
    })
    expect(tellable.length).toBeGreaterThan(shown.length)
    for (const rest of tellable) expectManyOrNone(rest)
  })

  it('of a unit alone show its own count', () => {
    const alone = shown.flatMap(({ counts, groups }) => groups.filter(({ isMerged }) => !isMerged).map((group) => ({ counts, group })))
    expect(alone.length).toBeGreaterThan(0)
    for (const { counts, group } of alone) {
      expect(total(counts.filter(({ unitCode }) => unitCode === group.unitCode)).children).toBe(group.children)
    }
  })
})

/** Counts of a few units of all levels, the same every time. */
function inventCounts(many: number): Count[][] {
  let seed = 7
  const chance = (below: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(seed / 65_536) % below }
  return Array.from({ length: many }, () => Array.from({ length: 1 + chance(9) }, () => {
    const code = `9901${['', `00${1 + chance(2)}`, `00${1 + chance(2)}000${1 + chance(2)}`,
      `00${1 + chance(2)}000${1 + chance(2)}000${1 + chance(4)}`][chance(4)]}`
    return count(code, chance(9), chance(7))
  }))
}

function expectManyOrNone({ children, households }: Pick<Group, 'children' | 'households'>): void {
  for (const number of [children, households]) expect(number === 0 || number >= fewest).toBe(true)
}
