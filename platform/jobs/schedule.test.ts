import { describe, expect, it } from 'vitest'
import type { JobDefinition } from './definition.ts'
import { digestInChina, timetableOf } from './schedule.ts'

const run = async () => {}
/** What the queue's clock reads at an instant. */
const digestOf = (instant: string) => {
  const at = new Date(instant)
  return { min: at.getUTCMinutes(), hour: at.getUTCHours(), date: at.getUTCDate(), month: at.getUTCMonth() + 1, dow: at.getUTCDay() }
}

describe('the timetable', () => {
  it.each([
    ['2026-03-16T07:30:00+08:00', { min: 30, hour: 7, date: 16, month: 3, dow: 1 }],
    ['2028-02-29T07:30:00+08:00', { min: 30, hour: 7, date: 29, month: 2, dow: 2 }],
    ['2026-03-01T00:10:00+08:00', { min: 10, hour: 0, date: 1, month: 3, dow: 0 }],
    ['2028-03-01T07:30:00+08:00', { min: 30, hour: 7, date: 1, month: 3, dow: 3 }],
    ['2027-01-01T00:00:00+08:00', { min: 0, hour: 0, date: 1, month: 1, dow: 5 }],
  ])('reads %s as the clocks in China do', (instant, china) => {
    expect(digestInChina(digestOf(instant), new Date(instant))).toEqual(china)
  })

  it('knows the day that a run around New Year makes up for', () => {
    expect(digestInChina(digestOf('2028-12-31T07:00:00+08:00'), new Date('2029-01-01T03:00:00Z'))).toMatchObject({ date: 31, month: 12 })
  })

  it('holds the jobs that have a schedule, at their time in China', () => {
    const jobs: JobDefinition[] = [{ name: 'send-digest', schedule: '30 7 * * *', run }, { name: 'tell-superior', listensTo: ['case.closed'], run }]
    const [item, ...others] = timetableOf(jobs, () => new Date('2026-03-16T00:00:00Z'))
    expect(others).toEqual([])
    expect(item?.task).toBe('send-digest')
    expect(item?.match(digestOf('2026-03-16T07:30:00+08:00'))).toBe(true)
    expect(item?.match(digestOf('2026-03-16T07:30:00Z'))).toBe(false)
  })

  it('makes up for a day, and not for minutes that come again anyhow', () => {
    const jobs: JobDefinition[] = [{ name: 'daily', schedule: '30 7 * * *', run }, { name: 'minutely', schedule: '* * * * *', run },
      { name: 'often', schedule: '*/10 * * * *', run }]
    expect(timetableOf(jobs, () => new Date()).map(({ task, options }) => [task, options.backfillPeriod])).toEqual([
      ['daily', 86_400_000], ['minutely', 0], ['often', 0]])
  })

  it('refuses a schedule that is none', () => {
    expect(() => timetableOf([{ name: 'send-digest', schedule: 'daily', run }], () => new Date())).toThrow('daily')
  })
})
