import { describe, expect, it } from 'vitest'
import { free, waiting } from './sample-facts.ts'
import { nearnessOf, termsOf, totalOf } from './score.ts'

const weights = {
  coverage: 1000, urgency: { red: 400, yellow: 300, blue: 200, green: 100 }, distance: { village: 9, town: -1, county: -2, city: -3 },
  skill: 7, sex: -11, language: -13, load: -5, siblings: 50,
}
const none = { sex: null, languages: [], skills: [] }

describe('the nearest unit that two places lie in', () => {
  it.each([
    ['990100100010001000', '990100100010001000', 'village'],
    ['990100100010001000', '990100100010001007', 'village'],
    ['990100100010001000', '990100100010002000', 'town'],
    ['990100100010001000', '990100100020001000', 'county'],
    ['990100100010001000', '990100200010001000', 'city'],
    ['990100100010001000', '990100100010000000', 'town'],
  ])('%s and %s: %s', (one, other, nearness) => {
    expect(nearnessOf(one, other)).toBe(nearness)
    expect(nearnessOf(other, one)).toBe(nearness)
  })
})

describe('a pair', () => {
  it('is worth the more the more urgent the child', () => {
    expect(termsOf(waiting('a', { colour: 'red' }), free('one'), weights).coverage).toBe(1400)
    expect(termsOf(waiting('a', { colour: 'green' }), free('one'), weights).coverage).toBe(1100)
  })

  it('is worth what its distance is worth', () => {
    expect(termsOf(waiting('a'), free('one'), weights).distance).toBe(9)
    expect(termsOf(waiting('a'), free('one', { scopeCode: '990100100020001000' }), weights).distance).toBe(-2)
  })

  it('counts each wished skill that the volunteer has, two at most, and none that nobody wished', () => {
    const skillOf = (skills: string[]) => termsOf(waiting('a', { wishes: { ...none, skills } }), free('one', { skills: ['书法', '数学', '象棋'] }), weights).skill
    expect([skillOf([]), skillOf(['篮球']), skillOf(['篮球', '书法']), skillOf(['书法', '数学']), skillOf(['书法', '数学', '象棋'])]).toEqual([0, 0, 7, 14, 14])
  })

  it('loses by the wrong sex where one is wished', () => {
    const lossOf = (sex: 'male' | 'female' | null) => termsOf(waiting('a', { wishes: { ...none, sex } }), free('one', { sex: 'female' }), weights).preference
    expect([lossOf(null), lossOf('female'), lossOf('male')]).toEqual([0, 0, -11])
  })

  it('loses where none of the wished languages is spoken; one of them is enough', () => {
    const lossOf = (languages: string[]) => termsOf(waiting('a', { wishes: { ...none, languages } }), free('one', { skills: ['粤语'] }), weights).preference
    expect([lossOf([]), lossOf(['粤语']), lossOf(['手语', '粤语']), lossOf(['手语'])]).toEqual([0, 0, 0, -13])
  })

  it('loses by both together', () => {
    const wishes = { sex: 'male' as const, languages: ['手语'], skills: [] }
    expect(termsOf(waiting('a', { wishes }), free('one'), weights).preference).toBe(-24)
  })

  it('is worth less for each child the volunteer has already', () => {
    expect(termsOf(waiting('a'), free('one', { capacity: 5, load: 3 }), weights).load).toBe(-15)
  })

  it('is worth all its terms together', () => {
    expect(totalOf({ coverage: 100_000, distance: 20_000, skill: 3000, preference: 400, load: 50, siblings: 6 })).toBe(123_456)
  })
})
