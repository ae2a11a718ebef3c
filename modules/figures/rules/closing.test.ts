import { expect, it } from 'vitest'
import { isOver } from './closing.ts'

it('a month can be reported from the day after its last one on', () => {
  expect(isOver('2026-02-01', '2026-02-28')).toBe(false)
  expect(isOver('2026-02-01', '2026-03-01')).toBe(true)
})
