import { expect, it } from 'vitest'
import { weekOf } from './week.ts'

it('a week runs from Monday to Sunday, also over the turn of a year and before the day it is reckoned from', () => {
  expect(weekOf('2026-03-16')).toEqual({ fromOn: '2026-03-16', untilOn: '2026-03-22' })
  expect(weekOf('2026-03-22')).toEqual({ fromOn: '2026-03-16', untilOn: '2026-03-22' })
  expect(weekOf('2027-01-01')).toEqual({ fromOn: '2026-12-28', untilOn: '2027-01-03' })
  expect(weekOf('2023-12-31')).toEqual({ fromOn: '2023-12-25', untilOn: '2023-12-31' })
})
