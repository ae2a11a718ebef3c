import { expect, it } from 'vitest'
import { commonHealthLimits } from './health-limits.ts'

it('the limits of health that are offered are words, each once', () => {
  expect(commonHealthLimits.length).toBeGreaterThan(0)
  expect(commonHealthLimits.filter((limit) => limit.trim() === '')).toEqual([])
  expect(new Set(commonHealthLimits).size).toBe(commonHealthLimits.length)
})
