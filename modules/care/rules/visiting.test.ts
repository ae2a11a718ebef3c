import { describe, expect, it } from 'vitest'
import { findVisitObstacle, mayCorrect, usualVolunteers, type VisitFacts } from './visiting.ts'

const usual: VisitFacts = {
  child: { openedOn: '2026-01-01', closedOn: null },
  visit: { madeOn: '2026-03-10', outcome: 'made', minutes: 45, volunteerIds: ['v'] },
  pairings: [{ volunteerId: 'v', name: '吴老师', fromOn: '2026-02-01', untilOn: '2026-03-12' }],
  today: '2026-03-16',
}
const obstacle = (
  visit: Partial<VisitFacts['visit']>, rest: Partial<VisitFacts> = {}
) => findVisitObstacle({ ...usual, ...rest, visit: { ...usual.visit, ...visit } })

describe('a visit', () => {
  it('is recorded when it happened in its case by a paired volunteer', () => expect(findVisitObstacle(usual)).toBeUndefined())
  it('is not recorded before it happened', () => {
    expect(obstacle({ madeOn: '2026-03-17' })).toEqual({ code: 'VISIT_IN_FUTURE' })
    expect(obstacle({ madeOn: '2026-03-16', volunteerIds: [] })).toBeUndefined()
  })
  it('does not lie before the case was opened', () => {
    expect(obstacle({ madeOn: '2025-12-31', volunteerIds: [] })).toEqual({ code: 'VISIT_OUTSIDE_CASE', data: usual.child })
    expect(obstacle({ madeOn: '2026-01-01', volunteerIds: [] })).toBeUndefined()
  })
  it('does not lie after the case was closed, but may be entered late', () => {
    const child = { openedOn: '2026-01-01', closedOn: '2026-03-09' }
    expect(obstacle({}, { child })).toEqual({ code: 'VISIT_OUTSIDE_CASE', data: child })
    expect(obstacle({ madeOn: '2026-03-09' }, { child })).toBeUndefined()
  })
  it('is not made by a volunteer before the pairing began or after it ended', () => {
    expect(obstacle({ madeOn: '2026-01-31' })).toEqual({ code: 'VOLUNTEER_NOT_PAIRED', data: { volunteerId: 'v', name: '吴老师' } })
    expect(obstacle({ madeOn: '2026-03-13' })?.code).toBe('VOLUNTEER_NOT_PAIRED')
    expect(obstacle({ madeOn: '2026-02-01' })).toBeUndefined()
    expect(obstacle({ madeOn: '2026-03-12' })).toBeUndefined()
  })
  it('is not made by a stranger', () => expect(obstacle({ volunteerIds: ['v', 'x'] })).toEqual(
    { code: 'VOLUNTEER_NOT_PAIRED', data: { volunteerId: 'x', name: null } }
  ))
  it('may be made by the worker alone', () => expect(obstacle({ volunteerIds: [] })).toBeUndefined())
  it('that was made took at least a minute, an attempt may take none', () => {
    expect(obstacle({ minutes: 0 })).toEqual({ code: 'MINUTES_NEEDED' })
    expect(obstacle({ minutes: 1 })).toBeUndefined()
    expect(obstacle({ minutes: 0, outcome: 'attempted' })).toBeUndefined()
  })
  it('takes no longer than half a day', () => {
    expect(obstacle({ minutes: 720 })).toBeUndefined()
    expect(obstacle({ minutes: 721 })).toEqual({ code: 'MINUTES_NEEDED' })
  })
})

describe('who went, when nobody was named', () => {
  const pairings = [
    { volunteerId: 'helper', role: 'helper', fromOn: '2026-01-01', untilOn: null },
    { volunteerId: 'primary', role: 'primary', fromOn: '2026-02-01', untilOn: null },
  ]
  const asked = { named: undefined, onBehalfOf: undefined, ownVolunteerId: null, pairings, madeOn: '2026-03-01' }
  it('is the primary of the day', () => {
    expect(usualVolunteers(asked)).toEqual(['primary'])
    expect(usualVolunteers({ ...asked, madeOn: '2026-01-15' })).toEqual([])
  })
  it('is the volunteer who records', () => expect(usualVolunteers({ ...asked, ownVolunteerId: 'helper' })).toEqual(['helper']))
  it('is the one for whom it is entered, who is never left out', () => {
    expect(usualVolunteers({ ...asked, onBehalfOf: 'helper' })).toEqual(['helper'])
    expect(usualVolunteers({ ...asked, onBehalfOf: 'helper', named: ['primary', 'helper'] })).toEqual(['helper', 'primary'])
  })
  it('is nobody when nobody is named on purpose', () => expect(usualVolunteers({ ...asked, named: [] })).toEqual([]))
})

describe('a correction', () => {
  const own = { isOwn: true, mayCorrectAny: false, recordedOn: '2026-03-09', today: '2026-03-16' }
  it('of one\'s own entry is possible for seven days', () => {
    expect(mayCorrect(own)).toBe(true)
    expect(mayCorrect({ ...own, recordedOn: '2026-03-08' })).toBe(false)
  })
  it('of what others entered is for the office', () => {
    expect(mayCorrect({ ...own, isOwn: false })).toBe(false)
    expect(mayCorrect({ ...own, isOwn: false, mayCorrectAny: true, recordedOn: '2020-01-01' })).toBe(true)
  })
})
