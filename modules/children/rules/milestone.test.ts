import { expect, it } from 'vitest'
import { earliest, milestoneOf } from './milestone.ts'

it('the first of some days is the earliest of those that are known', () => {
  expect(earliest(['2026-05-01', null, '2026-03-01', undefined])).toBe('2026-03-01')
  expect(earliest([null, undefined])).toBeUndefined()
})

it('a card may change on the next birthday, on the day a consent begins, and on the day after one runs out', () => {
  const child = { birthOn: '2012-05-20', facts: [] }
  const on = (...consents: { fromOn: string; untilOn: string | null }[]) => milestoneOf(child, consents, '2026-03-16')
  expect(on()).toBe('2026-05-20')
  expect(on({ fromOn: '2026-03-16', untilOn: null })).toBe('2026-05-20')
  expect(on({ fromOn: '2026-03-17', untilOn: null })).toBe('2026-03-17')
  expect(on({ fromOn: '2026-01-01', untilOn: '2026-03-16' })).toBe('2026-03-17')
  expect(on({ fromOn: '2026-01-01', untilOn: '2026-03-15' })).toBe('2026-05-20')
})
