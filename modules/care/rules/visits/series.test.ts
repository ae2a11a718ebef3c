import { describe, expect, it } from 'vitest'
import { daysOfSeries, findSeriesObstacle } from './series.ts'

describe('a series of visits', () => {
  it('has its first day, and one every so many weeks up to its end', () => {
    expect(daysOfSeries({ fromOn: '2026-03-16', untilOn: '2026-04-13', everyWeeks: 2 })).toEqual(['2026-03-16', '2026-03-30', '2026-04-13'])
    expect(daysOfSeries({ fromOn: '2026-03-16', untilOn: '2026-04-12', everyWeeks: 2 })).toEqual(['2026-03-16', '2026-03-30'])
    expect(daysOfSeries({ fromOn: '2026-03-16', untilOn: '2026-03-16', everyWeeks: 26 })).toEqual(['2026-03-16'])
  })

  it('ends after it begins and keeps within sixty visits', () => {
    expect(findSeriesObstacle({ fromOn: '2026-03-16', untilOn: '2026-03-15', everyWeeks: 1 })).toEqual({ code: 'PERIOD_REVERSED' })
    expect(findSeriesObstacle({ fromOn: '2026-03-16', untilOn: '2027-05-03', everyWeeks: 1 })).toBeUndefined()
    expect(findSeriesObstacle({ fromOn: '2026-03-16', untilOn: '2027-05-10', everyWeeks: 1 })).toEqual({ code: 'SERIES_TOO_LONG', data: { most: 60 } })
  })
})
