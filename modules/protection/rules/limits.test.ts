import { describe, expect, it } from 'vitest'
import { limitsOn, limitTable } from './limits.ts'
import { certainties } from '../contract.ts'

describe('the limits', () => {
  it('are the defaults where the city has set nothing', () => {
    expect(limitsOn('2026-03-16')).toMatchObject({ rightsDays: 15, emergencyDays: 3, keepYears: 3 })
  })
  it('are the city\'s own where it has set them', () => {
    expect(limitsOn('2026-03-16', { rightsDays: 10 })).toMatchObject({ rightsDays: 10, emergencyDays: 3 })
  })
  it('stay the defaults where the city has set what is no number of days', () => {
    for (const value of [-1, 1.5, '十', null, 1e9]) expect(limitsOn('2026-03-16', { rightsDays: value }).rightsDays).toBe(15)
  })
  it('may be nought, and as long as a city likes within reason', () => {
    expect(limitsOn('2026-03-16', { rightsWarnDays: 0, filesPerDay: 10_000, townsPerDay: 10_001 })).toMatchObject({
      rightsWarnDays: 0, filesPerDay: 10_000, townsPerDay: 3 })
  })
  it('each name their source, and how well it is known', () => {
    for (const { sources } of limitTable) {
      expect(Object.values(sources).every(({ text, certainty }) => text.length > 5 && certainties.includes(certainty))).toBe(true)
    }
    for (const { limits, sources } of limitTable) expect(Object.keys(sources).toSorted()).toEqual(Object.keys(limits).toSorted())
  })
})
