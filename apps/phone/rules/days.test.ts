import { describe, expect, it } from 'vitest'
import { daysLate, daysToChoose, isClockOff, othersOf, sectionsOf } from './days.ts'

const visit = (name: string, group: 'today' | 'overdue' | 'tomorrow' | 'other', dueOn: string) => (
  { name, childName: name, group, dueOn, planned: null })
const pack = [
  visit('明日', 'tomorrow', '2026-03-17'), visit('迟二', 'overdue', '2026-03-12'), visit('迟十', 'overdue', '2026-03-04'), visit('今日', 'today', '2026-03-16'),
  visit('周某', 'other', '2026-05-01'), visit('陈某', 'other', '2026-04-01'),
]
const shown = (today: string) =>
  sectionsOf(pack, { listOf: '2026-03-16', today }).map(({ group, cases }) => `${group}: ${cases.map(({ name }) => name).join(' ')}`)

describe('the list of visits', () => {
  it("has today's first, then the overdue with the longest waiting above, then tomorrow's", () => {
    expect(shown('2026-03-16')).toEqual(['today: 今日', 'overdue: 迟十 迟二', 'tomorrow: 明日'])
  })

  it("brought along to the next day shows what was tomorrow's as today's", () => {
    expect(shown('2026-03-17')).toEqual(['today: 明日', 'overdue: 迟十 迟二 今日'])
  })

  it('brought along for longer shows everything as overdue', () => {
    expect(shown('2026-03-19')).toEqual(['overdue: 迟十 迟二 今日 明日'])
  })

  it('has children nobody has to visit now apart from it, by name, on whatever day', () => {
    expect(othersOf(pack).map(({ name }) => name)).toEqual(['陈某', '周某'])
  })

  it('of a phone whose clock runs behind stays as it came', () => {
    expect(shown('2026-03-15')[0]).toBe('today: 今日')
  })

  it('counts how late a visit is, a planned day before a due one', () => {
    expect(daysLate(visit('迟', 'overdue', '2026-03-10'), '2026-03-16')).toBe(6)
    const planned = { id: '', on: '2026-03-16', medium: 'home', secondName: null, withWorker: false } as const
    expect(daysLate({ ...visit('迟', 'today', '2026-03-10'), planned }, '2026-03-16')).toBe(0)
  })

  it('lets one record for today and the six days before', () => {
    expect(daysToChoose('2026-03-02')).toEqual(['2026-03-02', '2026-03-01', '2026-02-28', '2026-02-27', '2026-02-26', '2026-02-25', '2026-02-24'])
  })

  it('notices a clock that is on another day than the office, either way, and says nothing where it cannot know', () => {
    const madeAt = '2026-03-16T01:00:00.000Z'
    const received = (hoursOff: number) => ({ madeAt, receivedAt: Date.parse(madeAt) + hoursOff * 3_600_000 })
    expect([-24, -12, 12, 24].map(hours => isClockOff(received(hours)))).toEqual([true, true, true, true])
    expect([-11, 0, 11].map(hours => isClockOff(received(hours)))).toEqual([false, false, false])
    expect(isClockOff({ madeAt })).toBe(false)
  })
})
