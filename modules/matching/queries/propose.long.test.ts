import { expect, it } from 'vitest'
import { factsOf, free, waiting } from '../rules/sample-facts.ts'
import { propose } from './propose.ts'

const [childCount, volunteerCount, townCount] = [10_000, 3000, 150]

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor(state / 2 ** 32 * below)
  }
}

/** A city: villages of 150 towns, a third of the children with a brother or sister waiting too, places for about half of them. */
function cityOf(seed: number) {
  const random = numbers(seed)
  const village = () => {
    const town = random(townCount)
    const [county, below, last] = [1 + town % 9, 1 + Math.floor(town / 9), 1 + random(20)].map(String)
    return `9901${county?.padStart(3, '0')}${below?.padStart(4, '0')}${last?.padStart(4, '0')}000`
  }
  const homes = Array.from({ length: Math.ceil(childCount * 2 / 3) }, village)
  const children = Array.from({ length: childCount }, (_none, index) => waiting(`c${index}`, {
    householdId: `h${index % homes.length}`, scopeCode: homes[index % homes.length] ?? '', colour: (['red', 'yellow', 'blue', 'green'] as const)[random(4)]!,
    barred: new Set(random(10) === 0 ? [`v${random(volunteerCount)}`] : []), wishes: { sex: null, languages: [], skills: random(4) === 0 ? ['书法'] : [] },
  }))
  const volunteers = Array.from({ length: volunteerCount }, (_none, index) => free(`v${index}`, {
    scopeCode: village(), capacity: 1 + random(3), load: random(2), skills: random(5) === 0 ? ['书法'] : [] }))
  return factsOf(children, volunteers)
}

it('ten thousand children and three thousand volunteers are matched as a town is: no place twice, no forbidden pair, and hardly a place is left', {
  timeout: 900_000,
}, async () => {
  const facts = cityOf(7)
  const [begun, worked] = [performance.now(), process.cpuUsage()]
  const { proposed, unserved } = await propose(facts)
  const { user, system } = process.cpuUsage(worked)
  process.stdout.write(`matching ${childCount} × ${volunteerCount}: ${((performance.now() - begun) / 1000).toFixed(1)} s, of the processor ${
    ((user + system) / 1_000_000).toFixed(1)} s, ${proposed.length} pairs (60 s are allowed on a quiet machine)\n`)

  expect(new Set(proposed.map(({ child }) => child)).size).toBe(proposed.length)
  expect(proposed.length + unserved.length).toBe(childCount)
  const taken = new Map<number, number>()
  for (const { child, volunteer } of proposed) {
    taken.set(volunteer, (taken.get(volunteer) ?? 0) + 1)
    expect(facts.children[child]?.barred.has(facts.volunteers[volunteer]?.id ?? '')).toBe(false)
  }
  const left = facts.volunteers.map(({ capacity, load }, index) => Math.max(0, capacity - load) - (taken.get(index) ?? 0))
  expect(left.filter((places) => places < 0)).toEqual([])
  // Each child looks at its nearest twenty only, so that a place far from all may stay free.
  const places = facts.volunteers.reduce((sum, { capacity, load }) => sum + Math.max(0, capacity - load), 0)
  expect(proposed.length).toBeGreaterThan(Math.min(places, childCount) * 0.95)
})
