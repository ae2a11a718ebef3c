import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Choice } from '../contract.ts'
import { countVotes, findVoteObstacle, type Ballot, type MatterRule } from './voting.ts'

const ordinary: MatterRule = {
  quorumNumerator: 2, quorumDenominator: 3, majorityBase: 'present', majorityNumerator: 1, majorityDenominator: 2, isMoreThan: true }
const twoThirds: MatterRule = { ...ordinary, majorityNumerator: 2, majorityDenominator: 3, isMoreThan: false }
const investment: MatterRule = { ...twoThirds, majorityBase: 'all' }
const members = ['a', 'b', 'c', 'd', 'e', 'f']
/** Votes of the first ones who are there, in their order. */
const ballot = (choices: readonly Choice[], change: Partial<Ballot> = {}): Ballot => ({
  members, present: members.slice(0, choices.length), related: [], votes: choices.map((choice, at) => ({ memberId: members[at] ?? '', choice })), ...change })
const outcome = (rule: MatterRule, ...choices: Choice[]) => countVotes(rule, ballot(choices)).isAdopted
const times = (count: number, choice: Choice): Choice[] => Array.from({ length: count }, () => choice)

describe('votes stand', () => {
  it('with two thirds of the members there, and not with one fewer', () => {
    expect(findVoteObstacle(ordinary, ballot(times(4, 'for')))).toBeUndefined()
    expect(findVoteObstacle(ordinary, ballot(times(3, 'for')))).toEqual({ code: 'NO_QUORUM' })
    expect(findVoteObstacle(ordinary, ballot([], { members: [] }))).toEqual({ code: 'NO_QUORUM' })
  })
  it('of members alone, each once', () => {
    const [first] = ballot(times(4, 'for')).votes
    expect(findVoteObstacle(ordinary, ballot(times(4, 'for'), { members: members.slice(1) }))).toEqual({ code: 'NOT_A_MEMBER' })
    expect(findVoteObstacle(ordinary, ballot(times(4, 'for'), { votes: [...ballot(times(4, 'for')).votes, ...first === undefined ? [] : [first]] })))
      .toEqual({ code: 'NOT_A_MEMBER' })
  })
  it('of who was there alone, and of all of them', () => {
    expect(findVoteObstacle(ordinary, ballot(times(5, 'for'), { present: members.slice(0, 4) }))).toEqual({ code: 'NOT_PRESENT' })
    expect(findVoteObstacle(ordinary, ballot(times(4, 'for'), { present: members.slice(0, 5) }))).toEqual({ code: 'VOTE_MISSING' })
  })
  it('when who is related withdrew; others may withdraw too', () => {
    expect(findVoteObstacle(ordinary, ballot(times(4, 'for'), { related: ['b', 'f'] }))).toEqual({ code: 'MUST_WITHDRAW', memberIds: ['b'] })
    expect(findVoteObstacle(ordinary, ballot(['for', 'withdrew', 'for', 'against'], { related: ['b'] }))).toBeUndefined()
    expect(findVoteObstacle(ordinary, ballot(['for', 'abstained', 'for', 'against'], { related: ['b'] }))).toMatchObject({ code: 'MUST_WITHDRAW' })
    expect(findVoteObstacle(ordinary, ballot(['for', 'withdrew', 'for', 'against']))).toBeUndefined()
  })
  it('where a supervisor at the table has no vote', () => {
    expect(findVoteObstacle(ordinary, ballot(times(4, 'for'), { present: [...members.slice(0, 4), 'supervisor'] }))).toBeUndefined()
    expect(findVoteObstacle(ordinary, ballot(times(3, 'for'), { present: [...members.slice(0, 3), 'supervisor'] }))).toEqual({ code: 'NO_QUORUM' })
  })
})

describe('a resolution', () => {
  it('is adopted by more than half of those present: half is not enough', () => {
    expect([outcome(ordinary, 'for', 'for', 'against', 'abstained'), outcome(ordinary, 'for', 'for', 'for', 'against')]).toEqual([false, true])
  })
  it('of the charter needs two thirds of those present, and two thirds are enough', () => {
    expect([outcome(twoThirds, ...times(4, 'for'), ...times(2, 'against')), outcome(twoThirds, ...times(3, 'for'), ...times(2, 'against'))]).toEqual([true,
      false])
  })
  it('on a major investment needs two thirds of all members, also of those who stayed away', () => {
    expect([outcome(investment, ...times(4, 'for')), outcome(investment, ...times(3, 'for'), 'abstained')]).toEqual([true, false])
  })
  it('leaves who withdrew out of those present, never out of all members', () => {
    expect(countVotes(ordinary, ballot(['for', 'for', 'against', 'withdrew']))).toEqual({ forCount: 2, presentCount: 4, membersCount: 6, isAdopted: true })
    expect(outcome(investment, 'for', 'for', 'for', 'withdrew', 'withdrew')).toBe(false)
  })
  it('is never adopted by nobody', () => expect(outcome(twoThirds, ...times(4, 'withdrew'))).toBe(false))
  it('is not lost by one more who agrees: property', () => {
    const choice = fc.constantFrom<Choice>('for', 'against', 'abstained')
    fc.assert(fc.property(fc.array(choice, { minLength: 1, maxLength: 6 }), fc.nat(5), (choices, at) => {
      const more = choices.map((each, index) => (index === at ? 'for' as const : each))
      for (const rule of [ordinary, twoThirds, investment]) expect(Number(outcome(rule, ...more))).toBeGreaterThanOrEqual(Number(outcome(rule, ...choices)))
    }))
  })
})
