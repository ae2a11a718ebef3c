import { describe, expect, it } from 'vitest'
import { nextBirthdayNotice } from './birthdays.ts'

describe('the notice of a birthday', () => {
  it('comes at least so many days before the sixteenth, on a first of a month', () => {
    expect(nextBirthdayNotice('2010-06-20', '2026-01-10', 60)).toEqual({ years: 16, noticeOn: '2026-04-01', dueOn: '2026-06-01' })
  })

  it('is about the eighteenth once the sixteenth has come', () => {
    expect(nextBirthdayNotice('2010-06-20', '2026-06-20', 60)).toEqual({ years: 18, noticeOn: '2028-04-01', dueOn: '2028-06-01' })
  })

  it('stays due on the day before the birthday, however late the child was registered', () => {
    expect(nextBirthdayNotice('2010-06-20', '2026-06-19', 60)?.years).toBe(16)
  })

  it('is not given to a grown-up', () => {
    expect(nextBirthdayNotice('2008-03-16', '2026-03-16', 60)).toBeUndefined()
  })
})
