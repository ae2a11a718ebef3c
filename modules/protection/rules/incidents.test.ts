import { describe, expect, it } from 'vitest'
import { findIncidentObstacles, hoursAfter, instantOf, isToldLate } from './incidents.ts'

const found = instantOf('2026-03-16T09:00')
const told = {
  authorityToldAt: null, authorityDueAt: hoursAfter(found, 24), guardiansToldAt: null, guardiansNote: null, guardiansDueAt: hoursAfter(found, 72),
}

describe('an incident', () => {
  it('is found at a minute in China', () => {
    expect(found.toISOString()).toBe('2026-03-16T01:00:00.000Z')
  })
  it('is late from the hour by which the authority should have been told', () => {
    expect(isToldLate(told, hoursAfter(found, 24))).toBe(false)
    expect(isToldLate(told, hoursAfter(found, 25))).toBe(true)
    expect(isToldLate({ ...told, authorityToldAt: hoursAfter(found, 2) }, hoursAfter(found, 25))).toBe(false)
    expect(isToldLate({ ...told, authorityToldAt: hoursAfter(found, 25), guardiansNote: '无需告知' }, hoursAfter(found, 100))).toBe(true)
  })
  it('is late when the guardians were not told, unless a reason says that they need not be', () => {
    const authority = { ...told, authorityToldAt: found }
    expect(isToldLate(authority, hoursAfter(found, 73))).toBe(true)
    expect(isToldLate({ ...authority, guardiansNote: '已有效避免危害' }, hoursAfter(found, 73))).toBe(false)
    expect(isToldLate({ ...authority, guardiansNote: '电话', guardiansToldAt: hoursAfter(found, 80) }, hoursAfter(found, 90))).toBe(true)
  })
  it('closes when measures, authority and guardians are dealt with', () => {
    expect(findIncidentObstacles({ measures: ' ', authorityToldAt: null, guardiansNote: null })).toEqual(['measures', 'authority', 'guardians'])
    expect(findIncidentObstacles({ measures: '已收回', authorityToldAt: found, guardiansNote: '电话告知' })).toEqual([])
  })
})
