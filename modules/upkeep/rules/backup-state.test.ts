import { expect, it } from 'vitest'
import { backupStateOf } from './backup-state.ts'

const due = new Date('2026-03-16T02:30:00+08:00')
const at = (text: string) => backupStateOf(new Date(text), due)

it('a backup made at the last time it was due or later is fresh', () => {
  expect([at('2026-03-16T02:30:00+08:00'), at('2026-03-16T09:00:00+08:00')]).toEqual(['fresh', 'fresh'])
})

it('one of the night before is still waited for: the program tries every hour', () => {
  expect([at('2026-03-16T02:29:59+08:00'), at('2026-03-15T02:30:00+08:00')]).toEqual(['waiting', 'waiting'])
})

it('an older one means that a whole night went without', () => {
  expect(at('2026-03-15T02:29:59+08:00')).toBe('late')
})

it('before the first there is none', () => {
  expect(backupStateOf(undefined, due)).toBe('none')
})
