import { describe, expect, it } from 'vitest'
import { listCandidates } from './candidates.ts'
import { factsOf, free, waiting } from './sample-facts.ts'
import { assignmentsOf, assignmentsOfHeld, groupsOf, heldGroups, isWhole, restOf, taskOf, type MatchingTask } from './task.ts'

const town = '990100100010002000'

/** The best answer, by trying every one: a question of a dozen decisions needs no optimiser. */
function best({ decisions, limits }: MatchingTask): { taken: number[]; gain: number } {
  let found: { taken: number[]; gain: number } = { taken: [], gain: -Infinity }
  for (let choice = 0; choice < 2 ** decisions.length; choice++) {
    const taken = decisions.map((_decision, index) => (choice >> index) & 1)
    const used = limits.map((_limit, row) => decisions.reduce((sum, { uses }, index) =>
      sum + (taken[index] ?? 0) * uses.filter(([limit]) => limit === row).reduce((total, [, amount]) => total + amount, 0), 0))
    const gain = decisions.reduce((sum, decision, index) => sum + decision.gain * (taken[index] ?? 0), 0)
    if (gain > found.gain && used.every((amount, row) => amount <= (limits[row] ?? 0))) found = { taken, gain }
  }
  return found
}

type Facts = ReturnType<typeof factsOf>

/** The pairs of the best answer by name, and what they are worth. */
function answerOf(facts: Facts) {
  const task = taskOf(facts, listCandidates(facts))
  const { taken, gain } = best(task)
  return { pairs: named(facts, assignmentsOf(task, taken)), gain }
}

const named = (facts: Facts, pairs: readonly { child: number; volunteer: number; isShared: boolean }[]) =>
  pairs.map(({ child, volunteer, isShared }) => `${facts.children[child]?.caseId}–${facts.volunteers[volunteer]?.id}${isShared ? ' shared' : ''}`).toSorted()

describe('the best answer to the question', () => {
  it('gives a child one volunteer and a volunteer no more children than places', () => {
    const facts = factsOf([waiting('a'), waiting('b', { colour: 'green' }), waiting('c')], [free('one', { capacity: 3, load: 1 })])
    expect(answerOf(facts).pairs).toEqual(['a–one', 'c–one'])
    expect(answerOf(factsOf([waiting('a')], [free('one'), free('two', { scopeCode: town })])).pairs).toEqual(['a–one'])
  })

  it('is worth what its pairs are worth, the later places of a volunteer less', () => {
    expect(answerOf(factsOf([waiting('a')], [free('one')])).gain).toBe(102_000)
    expect(answerOf(factsOf([waiting('a'), waiting('b')], [free('one', { capacity: 2 })])).gain).toBe(2 * 102_000 - 12)
    expect(answerOf(factsOf([waiting('a'), waiting('b')], [free('one', { capacity: 3, load: 1 })])).gain).toBe(2 * (102_000 - 12) - 12)
  })

  it('serves one more child rather than one nearer', () => {
    const facts = factsOf([waiting('a'), waiting('b', { barred: new Set(['far']) })], [free('near'), free('far', { scopeCode: town })])
    expect(answerOf(facts).pairs).toEqual(['a–far', 'b–near'])
  })

  it('shares the children among the volunteers', () => {
    const facts = factsOf([waiting('a'), waiting('b')], [free('one', { capacity: 2 }), free('two', { capacity: 2 })])
    expect(new Set(answerOf(facts).pairs.map((each) => each.split('–')[1])).size).toBe(2)
  })

  it('gives brothers and sisters one volunteer, although others are as near, and counts it for each of them', () => {
    const home = { householdId: 'home' }
    const facts = factsOf([waiting('a', home), waiting('b', home)], [free('one', { capacity: 2 }), free('two')])
    expect(answerOf(facts)).toEqual({ pairs: ['a–one shared', 'b–one shared'], gain: 2 * (102_000 + 50) - 12 })
  })

  it('parts brothers and sisters rather than leave one without', () => {
    const home = { householdId: 'home' }
    expect(answerOf(factsOf([waiting('a', home), waiting('b', home)], [free('one'), free('two')])).pairs).toHaveLength(2)
  })

  it('proposes nobody for pairs of people who are in no list', () => {
    expect(taskOf(factsOf([waiting('a')], [free('one')]), [{ child: 0, volunteer: 5 }], []).decisions[0]?.gain).toBe(0)
    expect(taskOf(factsOf([waiting('a')], [free('one')]), [{ child: 5, volunteer: 0 }], []).decisions[0]?.gain).toBe(0)
  })
})

describe('brothers and sisters', () => {
  const home = { householdId: 'home' }

  it('form a group with each volunteer who is allowed for all of them and has places for all', () => {
    const children = [waiting('a', { ...home, barred: new Set(['three']) }), waiting('other'), waiting('b', { ...home, barred: new Set(['four']) })]
    const volunteers = [free('one', { capacity: 2 }), free('two', { capacity: 3, load: 2 }), free('three', { capacity: 2 }), free('four', { capacity: 2 }),
      free('five', { capacity: 4, load: 1 })]
    const facts = factsOf(children, volunteers)
    expect(groupsOf(facts, listCandidates(facts))).toEqual([{ children: [0, 2], volunteer: 0 }, { children: [0, 2], volunteer: 4 }])
  })

  it('form none where one of them may have nobody, or where a child waits alone', () => {
    const barred = factsOf([waiting('a', { ...home, barred: new Set(['one']) }), waiting('b', home)], [free('one', { capacity: 2 })])
    const turned = factsOf([...barred.children].toReversed(), [...barred.volunteers])
    const alone = factsOf([waiting('a'), waiting('b')], [free('one', { capacity: 2 })])
    for (const facts of [barred, turned, alone]) expect(groupsOf(facts, listCandidates(facts))).toEqual([])
  })
})

describe('an answer', () => {
  it('is whole when each decision is taken wholly or not at all, however the solver rounds', () => {
    expect([isWhole([]), isWhole([0, 1]), isWhole([0.0005, 0.9995])]).toEqual([true, true, true])
    expect([isWhole([0, 0.5, 1]), isWhole([0.002]), isWhole([0.998])]).toEqual([false, false, false])
  })

  it('proposes the pairs it takes wholly, those of a group as shared, and none for a place', () => {
    const task: MatchingTask = { decisions: [], limits: [], meanings: [
      { children: [0], volunteer: 3 }, { children: [1, 2], volunteer: 4 }, { children: [], volunteer: 4 }, { children: [5], volunteer: 6 },
      { children: [7], volunteer: 8 }] }
    expect(assignmentsOf(task, [1, 0.9995, 1, 0.5])).toEqual([
      { child: 0, volunteer: 3, isShared: false }, { child: 1, volunteer: 4, isShared: true }, { child: 2, volunteer: 4, isShared: true }])
  })

  it('proposes each child of a held group with its volunteer', () => {
    expect(assignmentsOfHeld([{ children: [2, 3], volunteer: 1 }])).toEqual([
      { child: 2, volunteer: 1, isShared: true }, { child: 3, volunteer: 1, isShared: true }])
  })
})

describe('when an answer is not whole', () => {
  const [pair, other] = [[0, 1], [2, 3]]
  const held = (parts: readonly [children: number[], volunteer: number, part: number][], capacities: readonly number[]) => heldGroups(
    { decisions: [], limits: [], meanings: parts.map(([children, volunteer]) => ({ children, volunteer })) }, parts.map(([, , part]) => part),
    factsOf([], capacities.map((capacity, index) => free(`v${index}`, { capacity }))))

  it('the group stays with the volunteer who took most of it', () => {
    expect(held([[pair, 0, 0.2], [pair, 1, 0.7]], [2, 2])).toEqual([{ children: pair, volunteer: 1 }])
    expect(held([[pair, 0, 0.7], [pair, 1, 0.2]], [2, 2])).toEqual([{ children: pair, volunteer: 0 }])
  })

  it('the group stays only if more than half of it was given together, by whomever', () => {
    expect(held([[pair, 0, 0.3], [pair, 1, 0.2]], [2, 2])).toEqual([])
    expect(held([[pair, 0, 0.3], [pair, 1, 0.3]], [2, 2])).toHaveLength(1)
  })

  it('nobody keeps more groups than places: the next goes to the next best, or is not held', () => {
    expect(held([[pair, 0, 1], [other, 0, 0.6], [other, 1, 0.4]], [3, 2])).toEqual([{ children: pair, volunteer: 0 }, { children: other, volunteer: 1 }])
    expect(held([[pair, 0, 1], [other, 0, 0.6]], [3])).toEqual([{ children: pair, volunteer: 0 }])
    expect(held([[pair, 0, 1], [other, 0, 0.6]], [4])).toHaveLength(2)
  })

  it('a child by itself is never held', () => {
    expect(held([[[0], 0, 1]], [2])).toEqual([])
  })

  it('the rest is asked without the held children, with the places that are left', () => {
    const home = { householdId: 'home' }
    const facts = factsOf([waiting('a', home), waiting('b', home), waiting('c'), waiting('d')], [free('one', { capacity: 3 }), free('two', { capacity: 2 })])
    const rest = restOf(facts, listCandidates(facts), [{ children: [0, 1], volunteer: 0 }])
    const { taken } = best(rest)
    expect(named(facts, assignmentsOf(rest, taken))).toEqual(['c–two', 'd–two'])
    const full = restOf(facts, listCandidates(facts), [{ children: [0, 1], volunteer: 1 }])
    expect(named(facts, assignmentsOf(full, best(full).taken))).toEqual(['c–one', 'd–one'])
    expect(full.meanings.filter(({ children, volunteer }) => children.length > 0 && volunteer === 1)).toEqual([])
  })
})
