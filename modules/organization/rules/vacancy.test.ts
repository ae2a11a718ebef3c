import { describe, expect, it } from 'vitest'
import { mayBegin, vacantDays, vacantSince } from './vacancy.ts'

describe('a vacancy', () => {
  it('is as old as the post when nobody ever held it', () => {
    expect(vacantSince('2020-01-01', [])).toBe('2020-01-01')
  })
  it('begins the day after the last term', () => {
    expect(vacantSince('2020-01-01', [{ fromOn: '2020-01-01', untilOn: '2023-02-28' }, { fromOn: '2021-01-01', untilOn: '2022-06-30' }])).toBe('2023-03-01')
  })
  it('begins with the post where it was set up after the last term', () => {
    expect(vacantSince('2024-01-01', [{ fromOn: '2020-01-01', untilOn: '2021-02-28' }])).toBe('2024-01-01')
    expect(vacantSince('2020-01-01', [{ fromOn: '2020-01-01', untilOn: '2022-06-30' }, { fromOn: '2022-07-01', untilOn: '2023-02-28' }])).toBe('2023-03-01')
  })
  it('is none while somebody holds the post', () => {
    expect(vacantSince('2020-01-01', [{ fromOn: '2020-01-01', untilOn: '2023-02-28' }, { fromOn: '2023-05-01', untilOn: null }])).toBeNull()
    expect(vacantDays(null, '2026-03-16')).toBeNull()
  })
  it('counts days until today', () => {
    expect(vacantDays('2026-03-01', '2026-03-16')).toBe(15)
  })
})

describe('a new term', () => {
  const before = [{ fromOn: '2020-01-01', untilOn: '2023-02-28' }]
  it('may begin the day after the one before ended', () => expect(mayBegin('2023-03-01', { fromOn: '2020-01-01' }, before)).toBe(true))
  it('may not overlap the one before', () => expect(mayBegin('2023-02-28', { fromOn: '2020-01-01' }, before)).toBe(false))
  it('may begin on the first day of the post', () => expect(mayBegin('2020-01-01', { fromOn: '2020-01-01' }, [])).toBe(true))
  it('may not overlap any of those before, nor one that lasts', () => {
    expect(mayBegin('2023-03-01', { fromOn: '2020-01-01' }, [...before, { fromOn: '2023-03-01', untilOn: '2024-01-01' }])).toBe(false)
    expect(mayBegin('2023-03-01', { fromOn: '2020-01-01' }, [{ fromOn: '2020-01-01', untilOn: null }])).toBe(false)
  })
  it('may not begin before the post exists', () => expect(mayBegin('2019-12-31', { fromOn: '2020-01-01' }, [])).toBe(false))
})
