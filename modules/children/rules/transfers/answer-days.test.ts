import { expect, it } from 'vitest'
import { answerDueOf } from './answer-days.ts'

it('a transfer is answered within seven days, or the days the city had set when it was asked for', () => {
  expect(answerDueOf('2026-03-16', [])).toBe('2026-03-23')
  const rules = [{ validFrom: '2026-01-01', value: 3 }, { validFrom: '2026-03-17', value: 10 }]
  expect(answerDueOf('2025-12-31', rules)).toBe('2026-01-07')
  expect(answerDueOf('2026-03-16', rules)).toBe('2026-03-19')
  expect(answerDueOf('2026-03-17', rules)).toBe('2026-03-27')
})

it('a number of days that makes no sense is passed over', () => {
  for (const value of [0, -1, 61, 2.5, '3', null, {}]) expect(answerDueOf('2026-03-16', [{ validFrom: '2026-03-16', value }])).toBe('2026-03-23')
  expect(answerDueOf('2026-03-16', [{ validFrom: '2026-01-01', value: 60 }, { validFrom: '2026-02-01', value: 'many' }])).toBe('2026-05-15')
  expect(answerDueOf('2026-03-16', [{ validFrom: '2026-01-01', value: 1 }])).toBe('2026-03-17')
})
