import { describe, expect, it } from 'vitest'
import { findApplicationIssues, findDayIssue } from './applying.ts'

const wrong = (application: Parameters<typeof findApplicationIssues>[0]) => findApplicationIssues(application).map(({ path, message }) => {
  expect(message).toMatch(/\p{Script=Han}/u)
  return path.join('.')
})

describe('an application', () => {
  it('is for a child of a case, which is one person of one household', () => {
    expect(wrong({ caseId: 'case', needId: 'need' })).toEqual([])
    expect(wrong({ caseId: 'case', group: '三年级', peopleCount: 1, householdsCount: 1 })).toEqual(['group', 'peopleCount', 'householdsCount'])
  })

  it('or for people outside, who are said and counted, with no more households than people', () => {
    expect(wrong({ group: '三年级', peopleCount: 30 })).toEqual([])
    expect(wrong({})).toEqual(['group', 'peopleCount'])
    expect(wrong({ group: '三年级', peopleCount: 30, householdsCount: 30 })).toEqual([])
    expect(wrong({ group: '三年级', peopleCount: 30, householdsCount: 31 })).toEqual(['householdsCount'])
    expect(wrong({ group: '三年级', householdsCount: 31 })).toEqual(['peopleCount'])
  })

  it('names a need together with its case only', () => {
    expect(wrong({ needId: 'need', group: '三年级', peopleCount: 30 })).toEqual(['needId'])
  })
})

it('what follows a payment happens from its day to today', () => {
  const of = (day: string) => findDayIssue(day, { paidOn: '2026-03-10', today: '2026-03-16' })
  expect([of('2026-03-10'), of('2026-03-16')]).toEqual([undefined, undefined])
  expect(of('2026-03-09')).toContain('付款')
  expect(of('2026-03-17')).toContain('今天')
})
