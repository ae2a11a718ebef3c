import { describe, expect, it } from 'vitest'
import type { Assignment } from './facts.ts'
import { listCandidates } from './candidates.ts'
import { outcomeOf } from './outcome.ts'
import { factsOf, free, waiting } from './sample-facts.ts'

const town = '990100100010002000'
const county = '990100100020001000'

const pair = (child: number, volunteer: number, isShared = false): Assignment => ({ child, volunteer, isShared })
const told = (facts: ReturnType<typeof factsOf>, assignments: readonly Assignment[]) => outcomeOf(facts, listCandidates(facts), assignments)

describe('a proposed pair', () => {
  it('shows its terms and what they come to', () => {
    const { proposed } = told(factsOf([waiting('a', { colour: 'red' })], [free('one', { scopeCode: town, capacity: 3, load: 1 })]), [pair(0, 0)])
    expect(proposed).toEqual([{
      child: 0, volunteer: 0, total: 103_000 - 20 - 12, alternative: null,
      terms: { coverage: 103_000, distance: -20, skill: 0, preference: 0, load: -12, siblings: 0 },
    }])
  })

  it('counts the children that its volunteer got before it in the same round', () => {
    const facts = factsOf([waiting('a'), waiting('b'), waiting('c')], [free('one', { capacity: 4, load: 1 }), free('two', { capacity: 3, load: 2 })])
    const { proposed } = told(facts, [pair(0, 0), pair(1, 1), pair(2, 0)])
    expect(proposed.map(({ terms }) => terms.load)).toEqual([-12, -24, -24])
  })

  it('is worth more where brothers and sisters share a volunteer', () => {
    const facts = factsOf([waiting('a'), waiting('b')], [free('one', { capacity: 2 })])
    expect(told(facts, [pair(0, 0, true), pair(1, 0, true)]).proposed.map(({ terms }) => terms.siblings)).toEqual([50, 50])
    expect(told(facts, [pair(0, 0), pair(1, 0)]).proposed.map(({ terms }) => terms.siblings)).toEqual([0, 0])
  })

  it('of somebody who is in no list is a defect', () => {
    expect(() => told(factsOf([waiting('a')], [free('one')]), [pair(0, 7)])).toThrow('outside the facts')
    expect(() => told(factsOf([waiting('a')], [free('one')]), [pair(7, 0)])).toThrow('outside the facts')
  })
})

describe('the best volunteer passed over', () => {
  it('is the one worth most, by name and unit, with the points between', () => {
    const volunteers = [free('chosen'), free('far', { scopeCode: county }), free('near', { scopeCode: town, unitName: '西村', capacity: 2, load: 1 }),
      free('too-far', { scopeCode: county })]
    expect(told(factsOf([waiting('a')], volunteers), [pair(0, 0)]).proposed[0]?.alternative).toEqual({
      volunteerId: 'near', volunteerName: 'near老师', unitName: '西村', total: 101_968, difference: 32, why: 'lower',
      terms: { coverage: 102_000, distance: -20, skill: 0, preference: 0, load: -12, siblings: 0 },
    })
  })

  it('is the first of the list where two are worth the same', () => {
    const volunteers = [free('chosen'), free('first', { scopeCode: town }), free('second', { scopeCode: town })]
    expect(told(factsOf([waiting('a')], volunteers), [pair(0, 0)]).proposed[0]?.alternative?.volunteerId).toBe('first')
  })

  it('is nobody who may not be paired', () => {
    const facts = factsOf([waiting('a', { barred: new Set(['barred']) })], [free('chosen', { scopeCode: town }), free('barred'), free('full', { load: 1 })])
    expect(told(facts, [pair(0, 0)]).proposed[0]?.alternative).toBeNull()
  })

  it('was taken where its places went to other children and it would have been worth as much or more', () => {
    const facts = factsOf([waiting('a'), waiting('b')], [free('near'), free('far', { scopeCode: town })])
    expect(told(facts, [pair(0, 1), pair(1, 0)]).proposed[0]?.alternative).toMatchObject({ volunteerId: 'near', why: 'taken', difference: -20 })
    const alike = factsOf([waiting('a'), waiting('b')], [free('one'), free('two')])
    expect(told(alike, [pair(0, 1), pair(1, 0)]).proposed[0]?.alternative).toMatchObject({ volunteerId: 'one', why: 'taken', difference: 0 })
  })

  it('is only worth less where a place is left, or where it is full and would be worth less anyway', () => {
    const open = factsOf([waiting('a'), waiting('b')], [free('near', { capacity: 2 }), free('chosen', { scopeCode: town })])
    expect(told(open, [pair(0, 1), pair(1, 0)]).proposed[0]?.alternative).toMatchObject({ volunteerId: 'near', why: 'lower', difference: -8 })
    const full = factsOf([waiting('a'), waiting('b')], [free('chosen'), free('far', { scopeCode: county })])
    expect(told(full, [pair(0, 0), pair(1, 1)]).proposed[0]?.alternative).toMatchObject({ volunteerId: 'far', why: 'lower', difference: 60 })
  })

  it('is reckoned with what the round gave it: in addition where there is a place, in place of another child where it is full', () => {
    const with2 = (capacity: number) => factsOf([waiting('a'), waiting('b'), waiting('c')], [free('other', { capacity, load: 1 }), free('chosen')])
    const loadOf = (capacity: number) => told(with2(capacity), [pair(0, 1), pair(1, 0), pair(2, 0)]).proposed[0]?.alternative?.terms.load
    expect([loadOf(4), loadOf(3)]).toEqual([-36, -24])
  })
})

describe('a child without anybody', () => {
  it('has nobody allowed, or everybody allowed is needed elsewhere', () => {
    const facts = factsOf([waiting('a'), waiting('b'), waiting('c', { barred: new Set(['one']) })], [free('one')])
    expect(told(facts, [pair(0, 0)]).unserved).toEqual([{ child: 1, reason: 'all-taken' }, { child: 2, reason: 'nobody-allowed' }])
  })
})
