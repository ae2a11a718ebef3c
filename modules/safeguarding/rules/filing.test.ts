import { expect, it } from 'vitest'
import { findClosingObstacle } from './closing.ts'
import { escalationMinutesOf, isEscalationDue, mostEscalations } from './escalation.ts'
import { findFilingIssues, momentIssues, recipientsOf } from './filing.ts'
import { instantOf, momentOf } from './moments.ts'
import { noticeOf, pressingNotice } from './notice.ts'

const now = new Date('2026-03-16T09:00:00+08:00')
const report = { childId: 'c', description: '', seenAt: '2026-03-16T08:00', told: [] }

it('a registered child needs no description, another one does', () => {
  expect(findFilingIssues(report, now)).toEqual([])
  expect(findFilingIssues({ ...report, childId: undefined }, now).map(({ path }) => path)).toEqual([['description']])
  expect(findFilingIssues({ ...report, childId: undefined, description: '红衣男孩' }, now)).toEqual([])
})

it('a moment may be ten minutes ahead, because clocks differ, and not longer; nor a childhood ago', () => {
  expect(momentIssues('2026-03-16T09:10', ['seenAt'], now)).toEqual([])
  expect(momentIssues('2026-03-16T09:11', ['seenAt'], now)).toHaveLength(1)
  expect(momentIssues('2006-03-20T09:00', ['seenAt'], now)).toEqual([])
  expect(momentIssues('2006-02-20T09:00', ['seenAt'], now)).toHaveLength(1)
})

it('a moment is what the clock shows in China', () => {
  expect(instantOf('2026-03-16T09:00')).toEqual(now)
  expect(momentOf(now)).toBe('2026-03-16T09:00')
})

it('whom the matter touches does not receive it; that nobody is left is not the same as that there is nobody', () => {
  const people = [{ accountId: 'a' }, { accountId: 'b' }]
  expect(recipientsOf(people, ['a'])).toEqual({ told: [{ accountId: 'b' }], withheld: [{ accountId: 'a' }], isNobodyLeft: false })
  expect(recipientsOf(people, ['a', 'b']).isNobodyLeft).toBe(true)
  expect(recipientsOf([], ['a']).isNobodyLeft).toBe(false)
})

it('only police, civil affairs and education count as told; a mistake needs nobody', () => {
  for (const kind of ['police', 'civil-affairs', 'education']) expect(findClosingObstacle({ result: 'police', steps: [{ kind }] })).toBeUndefined()
  for (const kind of ['hospital', 'other-authority', 'guardian', 'visited', 'note'])
    expect(findClosingObstacle({ result: 'unfounded', steps: [{ kind }] })).toBe('NOBODY_TOLD')
  expect(findClosingObstacle({ result: 'mistaken', steps: [] })).toBeUndefined()
})

it('escalation is due after the minutes, then after twice, thrice as many, and ends', () => {
  const filedAt = new Date('2026-03-16T08:30:00+08:00')
  const unopened = { filedAt, openedAt: null, escalations: 0, escalatedAt: null }
  expect(isEscalationDue(unopened, { now, minutes: 30 })).toBe(true)
  expect(isEscalationDue(unopened, { now, minutes: 31 })).toBe(false)
  expect(isEscalationDue({ ...unopened, escalations: 1, escalatedAt: filedAt }, { now, minutes: 30 })).toBe(false)
  expect(isEscalationDue({ ...unopened, escalations: 1, escalatedAt: filedAt }, { now, minutes: 15 })).toBe(true)
  expect(isEscalationDue({ ...unopened, openedAt: now }, { now, minutes: 30 })).toBe(false)
  expect(isEscalationDue({ ...unopened, escalations: mostEscalations, escalatedAt: filedAt }, { now, minutes: 1 })).toBe(false)
  expect(isEscalationDue({ ...unopened, escalations: mostEscalations - 1, escalatedAt: filedAt }, { now, minutes: 1 })).toBe(true)
})

it('a setting that makes no sense is the default', () => {
  expect([5, 60, 1440].map(escalationMinutesOf)).toEqual([5, 60, 1440])
  expect([4, 1441, 30.5, '60', null, undefined].map(escalationMinutesOf)).toEqual([30, 30, 30, 30, 30, 30])
})

it('a notice says that there is something to open, and how often it was said', () => {
  expect(noticeOf('r1')).toMatchObject({ title: '有一份强制报告待您查看', link: '/safeguarding/reports/r1' })
  expect(noticeOf('r1', 2).title).toContain('第2次')
  expect(pressingNotice(0).title).toContain('无人可以查看')
  expect(pressingNotice(1).title).toContain('超时')
})
