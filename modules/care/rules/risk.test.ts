import { describe, expect, it } from 'vitest'
import { colourOf, defaultIntervalDays, intervalsOf } from './risk.ts'

describe('the colour of a case', () => {
  it.each([
    [0, 0, 0, 'green'], [1, 0, 0, 'blue'], [0, 2, 1, 'yellow'], [0, 0, 3, 'red'], [3, 3, 3, 'red'], [2, 2, 2, 'yellow'],
  ] as const)('of scores %i, %i and %i is %s: the highest decides', (guardianship, physical, behaviour, colour) => {
    expect(colourOf({ guardianship, physical, behaviour })).toBe(colour)
  })
})

describe('the days between visits', () => {
  it('are a week, a month, a quarter and half a year unless the city says otherwise', () => {
    expect(intervalsOf(null)).toEqual({ red: 7, yellow: 30, blue: 91, green: 182 })
  })

  it('follow the city for the colours it has set and the default for the others', () => {
    expect(intervalsOf({ yellow: 14 })).toEqual({ ...defaultIntervalDays, yellow: 14 })
  })
})
