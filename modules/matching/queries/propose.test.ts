import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listCandidates } from '../rules/candidates.ts'
import { factsOf, free, waiting } from '../rules/sample-facts.ts'
import { runSolver } from '#platform/optimizer/run-solver.ts'
import { flatten, type Solve } from '#platform/optimizer/solve.ts'
import { propose as proposeAnywhere, type Manner } from './propose.ts'

// HiGHS itself, in this thread: a thread for each of some hundred small questions would only take time.
const solve: Solve = async (task, { seconds }) => {
  const answer = await runSolver(flatten(task, seconds))
  if (!answer.solved) throw new Error(answer.status)
  return { taken: Array.from(answer.values), gain: answer.gain }
}
const propose = (facts: ReturnType<typeof factsOf>, manner: Manner = {}) => proposeAnywhere(facts, { solve, ...manner })

const town = '990100100010000000'
const otherCounty = '990100200010001000'

const pairsOf = (found: Awaited<ReturnType<typeof propose>>, facts: ReturnType<typeof factsOf>) =>
  found.proposed.map(({ child, volunteer }) => [facts.children[child]?.caseId, facts.volunteers[volunteer]?.id].join('–')).toSorted()

describe('the best pairs', () => {
  it('serve as many children as can be served, even if one gets somebody farther away', async () => {
    const facts = factsOf([waiting('a'), waiting('b', { barred: new Set(['far']) })], [free('near'), free('far', { scopeCode: otherCounty })])
    expect(pairsOf(await propose(facts), facts)).toEqual(['a–far', 'b–near'])
  })

  it('serve the more urgent child where there is one place only', async () => {
    const facts = factsOf([waiting('green', { colour: 'green' }), waiting('red', { colour: 'red' })], [free('only')])
    const found = await propose(facts)
    expect(pairsOf(found, facts)).toEqual(['red–only'])
    expect(found.unserved).toEqual([{ child: 0, reason: 'all-taken' }])
  })

  it('prefer the nearer, then the skilled, then the one whom the family wishes', async () => {
    const near = factsOf([waiting('a')], [free('town', { scopeCode: town }), free('village')])
    expect(pairsOf(await propose(near), near)).toEqual(['a–village'])
    const wishes = { sex: null, languages: [], skills: ['书法'] }
    const skilled = factsOf([waiting('a', { wishes })], [free('plain'), free('writer', { skills: ['书法'] })])
    expect(pairsOf(await propose(skilled), skilled)).toEqual(['a–writer'])
    const wished = factsOf([waiting('a', { wishes: { sex: 'male', languages: [], skills: [] } })], [free('woman'), free('man', { sex: 'male' })])
    expect(pairsOf(await propose(wished), wished)).toEqual(['a–man'])
  })

  it('share the load: who has nobody goes before who has two', async () => {
    const facts = factsOf([waiting('a')], [free('busy', { capacity: 3, load: 2 }), free('idle', { capacity: 3 })])
    expect(pairsOf(await propose(facts), facts)).toEqual(['a–idle'])
  })

  it('keep brothers and sisters together where one volunteer has the places', async () => {
    const places = [free('one', { capacity: 2 }), free('two', { capacity: 2 })]
    const facts = factsOf([waiting('a', { householdId: 'home' }), waiting('b', { householdId: 'home' })], places)
    const found = await propose(facts)
    expect(new Set(found.proposed.map(({ volunteer }) => volunteer)).size).toBe(1)
    expect(found.proposed.map(({ terms }) => terms.siblings)).toEqual([50, 50])
  })

  it('part brothers and sisters rather than leave one without', async () => {
    const facts = factsOf([waiting('a', { householdId: 'home' }), waiting('b', { householdId: 'home' })], [free('one'), free('two')])
    expect((await propose(facts)).proposed).toHaveLength(2)
  })

  it('never name a pair that must not be made, and say that nobody is allowed', async () => {
    const facts = factsOf([waiting('a', { barred: new Set(['only']) })], [free('only')])
    expect(await propose(facts)).toMatchObject({ proposed: [], unserved: [{ child: 0, reason: 'nobody-allowed' }] })
  })

  it('tell the best volunteer passed over: worth less, or needed more by another child', async () => {
    const facts = factsOf([waiting('a'), waiting('b', { colour: 'red', barred: new Set(['second']) })], [free('first'), free('second', { scopeCode: town })])
    const found = await propose(facts)
    const ofA = found.proposed.find(({ child }) => child === 0)
    expect(ofA?.alternative).toMatchObject({ volunteerId: 'first', why: 'taken', difference: -20 })
    const alone = factsOf([waiting('a')], [free('first'), free('second', { scopeCode: town })])
    expect((await propose(alone)).proposed[0]?.alternative).toMatchObject({ volunteerId: 'second', why: 'lower', difference: 20 })
  })

  it('reckon the volunteer passed over with the children the round gives there: what could still be taken is never worth more', async () => {
    const facts = factsOf([waiting('a'), waiting('b'), waiting('c')], [free('one', { capacity: 3 }), free('two', { capacity: 3 })])
    const { proposed } = await propose(facts)
    expect(proposed.map(({ alternative }) => alternative?.why)).toEqual(['lower', 'lower', 'lower'])
    expect(proposed.every(({ alternative }) => (alternative?.difference ?? -1) >= 0)).toBe(true)
  })

  it('tell how many more children one more volunteer would serve, also by passing children on', async () => {
    const far = '990100100020001000'
    // The one volunteer holds a child of the first town and may take the waiting child of the second: an imagined volunteer of either town helps.
    const facts = factsOf([waiting('a'), waiting('b', { scopeCode: far, colour: 'green' })], [free('only')])
    expect((await propose(facts)).oneMore).toEqual([{ scopeCode: '990100100020000000', places: 2, moreChildren: 1 }])
  })

  it('end at once when somebody cancels', async () => {
    const facts = factsOf([waiting('a')], [free('one')])
    const cancelled = new AbortController()
    cancelled.abort(new Error('cancelled'))
    await expect(proposeAnywhere(facts, { signal: cancelled.signal })).rejects.toThrow('cancelled')
  })
})

describe('in every random town', () => {
  const places = fc.constantFrom('990100100010001000', '990100100010002000', town, otherCounty)
  const child = fc.record({ scopeCode: places, home: fc.nat(4), colour: fc.constantFrom('red', 'yellow', 'blue', 'green' as const), barred: fc.nat(6) })
  const volunteer = fc.record({ scopeCode: places, capacity: fc.integer({ min: 0, max: 3 }), load: fc.nat(2) })

  it('nobody gets more children than places, no child two volunteers, no forbidden pair, and no free pair is left unmade', async () => {
    await fc.assert(fc.asyncProperty(fc.array(child, { maxLength: 8 }), fc.array(volunteer, { maxLength: 5 }), async (children, volunteers) => {
      const facts = factsOf(
        children.map(({ home, barred, ...each }, index) => waiting(`c${index}`, { ...each, householdId: `h${home}`, barred: new Set([`v${barred}`]) })),
        volunteers.map((each, index) => free(`v${index}`, each)))
      const { proposed, unserved } = await propose(facts)
      expect(new Set(proposed.map(each => each.child)).size).toBe(proposed.length)
      expect(proposed.length + unserved.length).toBe(children.length)
      const taken = (index: number) => proposed.filter(each => each.volunteer === index).length
      for (const [index, { capacity, load }] of volunteers.entries()) expect(taken(index)).toBeLessThanOrEqual(Math.max(0, capacity - load))
      for (const { child: at, volunteer: by } of proposed) expect(facts.children[at]?.barred.has(`v${by}`)).toBe(false)
      for (const { child: at } of unserved) {
        const open = volunteers.filter(({ capacity, load }, index) => capacity - load > taken(index) && !facts.children[at]?.barred.has(`v${index}`))
        expect(open).toEqual([])
      }
    }), { numRuns: 25 })
  })
})

describe('for a whole city', () => {
  it('each child keeps its nearest twenty, and brothers and sisters keep the same', () => {
    const volunteers = Array.from({ length: 400 }, (_none, index) => free(`v${index}`, { scopeCode: index < 5 ? '990100100010001000' : '990100100010000000' }))
    const children = Array.from({ length: 200 }, (_none, index) => waiting(`c${index}`, { householdId: `h${index >> 1}` }))
    const candidates = Map.groupBy(listCandidates(factsOf(children, volunteers)), ({ child: at }) => at)
    expect(candidates.get(0)).toHaveLength(20)
    expect(candidates.get(0)?.slice(0, 5).map(({ volunteer: by }) => by).toSorted()).toEqual([0, 1, 2, 3, 4])
    expect(candidates.get(0)?.map(({ volunteer: by }) => by)).toEqual(candidates.get(1)?.map(({ volunteer: by }) => by))
  })
})
