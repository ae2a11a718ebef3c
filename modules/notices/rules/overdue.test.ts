import { describe, expect, it } from 'vitest'
import { isOverdue } from './overdue.ts'

describe('a task', () => {
  it('is overdue from the day after its due day', () => {
    expect(isOverdue({ dueOn: '2026-03-15', isDone: false }, '2026-03-16')).toBe(true)
    expect(isOverdue({ dueOn: '2026-03-16', isDone: false }, '2026-03-16')).toBe(false)
  })

  it('is not overdue when it is done or has no day', () => {
    expect(isOverdue({ dueOn: '2026-03-15', isDone: true }, '2026-03-16')).toBe(false)
    expect(isOverdue({ dueOn: null, isDone: false }, '2026-03-16')).toBe(false)
  })
})
