import { describe, expect, it } from 'vitest'
import { defaultWeights, weightsOf } from './weights.ts'

describe('the weights without a city\'s own', () => {
  const { coverage, urgency, distance, skill, sex, language, load, siblings } = defaultWeights
  const worst = distance.city + sex + language + load * 10
  const best = distance.village + 2 * skill + siblings

  it('let nothing outweigh that one more child has somebody', () => {
    expect(coverage + urgency.green + worst).toBeGreaterThan(urgency.red - urgency.green + best - worst)
  })

  it('let nothing outweigh that a child is more urgent', () => {
    for (const [more, less] of [[urgency.red, urgency.yellow], [urgency.yellow, urgency.blue], [urgency.blue, urgency.green]] as const) {
      expect(more - less).toBeGreaterThan(best - worst)
    }
  })

  it('prefer the nearer, the skilled, the wished and whoever has fewer children', () => {
    expect([distance.village, distance.town, distance.county, distance.city]).toEqual(Object.values(distance).toSorted((one, other) => other - one))
    expect(new Set(Object.values(distance)).size).toBe(4)
    expect([skill > 0, siblings > 0, sex < 0, language < 0, load < 0]).toEqual([true, true, true, true, true])
  })
})

describe('a city', () => {
  it('has the default weights where it has set none', () => {
    expect(weightsOf(null)).toEqual(defaultWeights)
  })

  it('changes those it sets and no others', () => {
    expect(weightsOf({ siblings: 7 })).toEqual({ ...defaultWeights, siblings: 7 })
  })
})
