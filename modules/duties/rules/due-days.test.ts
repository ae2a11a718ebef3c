import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#platform/values/local-date.ts'
import type { HolidayTable } from '#platform/values/working-days.ts'
import { dueOfYear, duesOf, isLonger, mostTurns, nextWorkingDay, urgencyOf, type DueAsk } from './due-days.ts'

// 2026-05-01 is a Friday off, 2026-05-09 a Saturday worked in exchange.
const holidays: HolidayTable = [{ year: 2026, daysOff: ['2026-05-01', '2026-05-04', '2026-05-05'], daysWorked: ['2026-05-09'] }]
const ask = (change: Partial<DueAsk>): DueAsk => ({ rule: 'days-after', number: 30, longerThanMonths: null, ...change })
const days = (of: Partial<DueAsk>, span: { startsOn: string; endsOn?: string }, today = '2026-03-16') =>
  duesOf(ask(of), { endsOn: null, ...span }, { today, holidays }).map(({ turn, dueOn }) => [turn, dueOn])

describe('the due day', () => {
  it('of a year is the fixed day of the next', () => {
    expect([dueOfYear(331, 2025), dueOfYear(531, 2025), dueOfYear(1201, 2025)]).toEqual(['2026-03-31', '2026-05-31', '2026-12-01'])
  })
  it('after thirty days does not count the first day', () => expect(days({}, { startsOn: '2026-03-02' })).toEqual([['once', '2026-04-01']]))
  it('that falls on a day off moves to the next working day', () => {
    expect(days({}, { startsOn: '2026-04-01' })).toEqual([['once', '2026-05-06']])
    expect(days({}, { startsOn: '2026-03-05' })).toEqual([['once', '2026-04-06']])
    expect(days({}, { startsOn: '2026-04-09' })).toEqual([['once', '2026-05-09']])
  })
  it('in a year whose holidays are not known stays where it is', () => expect(days({}, { startsOn: '2027-04-02' })).toEqual([['once', '2027-05-02']]))
  it('before a start never moves to a later day', () => {
    expect(days({ rule: 'days-before', number: 10 }, { startsOn: '2026-05-14' })).toEqual([['once', '2026-05-04']])
  })
  it('after an end is so many months on, and not known while the end is not', () => {
    const rule = { rule: 'months-after-end', number: 3 } as const
    expect(days(rule, { startsOn: '2026-01-01', endsOn: '2026-02-05' })).toEqual([['end', '2026-05-06']])
    expect(days(rule, { startsOn: '2025-01-01', endsOn: '2025-11-30' })).toEqual([['end', '2026-03-02']])
    expect(days(rule, { startsOn: '2026-01-01' })).toEqual([])
    expect(duesOf(ask(rule), { startsOn: '2026-01-01', endsOn: '2026-02-06' }, { today: '2026-03-16', holidays })[0]?.untilOn).toBe('2026-02-06')
  })
  it('of an occasion is none where only the turn of a year counts', () => expect(days({ rule: 'fixed-day', number: 331 },
    { startsOn: '2026-01-01' })).toEqual([]))
})

describe('every three months', () => {
  const rule = { rule: 'every-months', number: 3, longerThanMonths: 6 } as const
  it('is asked of what lasts longer than six months, to the day', () => {
    expect(days(rule, { startsOn: '2026-01-10', endsOn: '2026-07-10' }, '2026-12-31')).toEqual([])
    expect(days(rule, { startsOn: '2026-01-10', endsOn: '2026-07-11' }, '2026-12-31')).toEqual([['1', '2026-04-10'], ['2', '2026-07-10']])
  })
  it('goes on up to the first turn after today while no end is known', () => {
    expect(days(rule, { startsOn: '2026-01-10' }, '2026-04-09')).toEqual([['1', '2026-04-10']])
    expect(days(rule, { startsOn: '2026-01-10' }, '2026-04-10')).toEqual([['1', '2026-04-10'], ['2', '2026-07-10']])
  })
  it('stops before the end: what comes then is the full report', () => {
    expect(days(rule, { startsOn: '2025-01-10', endsOn: '2026-01-10' }, '2026-12-31').map(([, on]) => on)).toEqual(['2025-04-10', '2025-07-10', '2025-10-10'])
  })
})

describe('every five days of an emergency', () => {
  const rule = { rule: 'every-days', number: 5 } as const
  it('counts from the first day', () => {
    expect(days(rule, { startsOn: '2026-03-01', endsOn: '2026-03-14' })).toEqual([['1', '2026-03-06'], ['2', '2026-03-11']])
    expect(duesOf(ask(rule), { startsOn: '2026-03-01', endsOn: '2026-03-14' }, { today: '2026-03-16', holidays })[0]).toMatchObject({ untilOn: '2026-03-06' })
  })
  it('never makes more than so many turns', () => expect(days(rule, { startsOn: '2020-01-01' })).toHaveLength(mostTurns))
  it('comes at least every five days: property', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), (length) => {
      const startsOn = '2026-01-01'
      const all = [startsOn, ...days(rule, { startsOn, endsOn: addDays(startsOn, length) }, '2027-01-01').map(([, on]) => on ?? '')]
      expect(all.slice(1)).toEqual(all.slice(0, -1).map((on) => addDays(on, 5)))
      expect(addDays(all.at(-1) ?? '', 5) >= addDays(startsOn, length)).toBe(true)
    }))
  })
})

it('what has no end yet may last longer', () => {
  expect([isLonger({ startsOn: '2026-01-01', endsOn: null }, 6), isLonger({ startsOn: '2026-01-01', endsOn: '2026-01-02' }, null)]).toEqual([true, true])
})
it('a working day is its own next one', () => expect(nextWorkingDay('2026-03-16', holidays)).toBe('2026-03-16'))
it('a due day is told of a month ahead, a week ahead, and when it has passed', () => {
  expect([31, 30, 8, 7, 0, -1].map(urgencyOf)).toEqual([undefined, 'month', 'month', 'week', 'week', 'late'])
})
