import { describe, expect, it } from 'vitest'
import { covers, findLeaveIssues, follows, qualificationNoticeDaysOf } from './leave.ts'

const leave = { grantedOn: '2026-01-01', validUntil: null, endedOn: null }
const period = { startsOn: '2026-03-01', endsOn: '2026-03-31' }

describe('leave to ask the public', () => {
  it('holds for a campaign that lies within it from the first to the last day', () => {
    expect(covers(leave, period)).toBe(true)
    expect(covers({ ...leave, grantedOn: '2026-03-01', validUntil: '2026-03-31', endedOn: '2026-04-01' }, period)).toBe(true)
    expect(covers({ ...leave, grantedOn: '2026-03-02' }, period)).toBe(false)
    expect(covers({ ...leave, validUntil: '2026-03-30' }, period)).toBe(false)
    expect(covers({ ...leave, endedOn: '2026-03-31' }, period)).toBe(false)
  })

  it('was granted before today, and ends after it began', () => {
    expect(findLeaveIssues({ grantedOn: '2026-03-16', validUntil: '2026-03-16' }, '2026-03-16')).toEqual([])
    expect(findLeaveIssues({ grantedOn: '2026-03-17', validUntil: null }, '2026-03-16')).toMatchObject([{ path: ['grantedOn'] }])
    expect(findLeaveIssues({ grantedOn: '2026-03-10', validUntil: '2026-03-09' }, '2026-03-16')).toMatchObject([{ path: ['validUntil'] }])
  })

  it('is taken over by one that begins the day after at the latest and holds longer', () => {
    const ending = { grantedOn: '2023-01-01', validUntil: '2026-03-31' }
    expect(follows({ grantedOn: '2026-04-01', validUntil: null }, ending)).toBe(true)
    expect(follows({ grantedOn: '2026-04-02', validUntil: null }, ending)).toBe(false)
    expect(follows({ grantedOn: '2026-01-01', validUntil: '2026-04-01' }, ending)).toBe(true)
    expect(follows(ending, ending)).toBe(false)
    expect(follows({ grantedOn: '2026-01-01', validUntil: null }, { grantedOn: '2023-01-01', validUntil: null })).toBe(false)
  })

  it('is reminded of ninety days before its end, or as many as the city says', () => {
    expect([undefined, '30', 366].map(qualificationNoticeDaysOf)).toEqual([90, 30, 366])
    expect(['0', '-1', '1.5', 'x', 367].map(qualificationNoticeDaysOf)).toEqual([90, 90, 90, 90, 90])
  })
})
