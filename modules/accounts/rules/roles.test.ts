import { describe, expect, it } from 'vitest'
import { findExclusion, findGrantObstacle } from './roles.ts'

const business = ['office', 'leader', 'guardian-officer', 'care-worker', 'volunteer']
const administrators = ['system-admin', 'security-admin', 'audit-admin']

describe('roles that exclude each other', () => {
  it.each(business.flatMap((one) => business.map((other) => [one, other])))('%s may be held together with %s', (one, other) => {
    expect(findExclusion(one, [other])).toBeUndefined()
  })
  it.each(administrators.flatMap((one) => [...business, ...administrators.filter((other) => other !== one)]
    .map((other) => [one, other])))('%s excludes %s, and the other way round', (one, other) => {
    expect(findExclusion(one, [other])).toBe(other)
    expect(findExclusion(other, [one])).toBe(one)
  })
  it.each(administrators)('%s does not exclude itself', (one) => {
    expect(findExclusion(one, [one])).toBeUndefined()
  })
})

describe('granting', () => {
  const wanted = { roleCode: 'office', unitLevel: 'village', heldRoles: [], holders: 99 }
  it('gives a business role anywhere to any number of people', () => expect(findGrantObstacle(wanted)).toBeUndefined())
  it('gives no role to somebody who holds one that excludes it', () => {
    expect(findGrantObstacle({ ...wanted, heldRoles: ['audit-admin'] })).toBe('ROLE_EXCLUDES')
  })
  it('gives an administrator role at the city only', () => {
    expect(findGrantObstacle({ ...wanted, roleCode: 'audit-admin', holders: 0 })).toBe('ADMINISTRATOR_UNIT')
    expect(findGrantObstacle({ ...wanted, roleCode: 'audit-admin', holders: 1, unitLevel: 'city' })).toBeUndefined()
  })
  it('gives an administrator role to two people at most', () => {
    expect(findGrantObstacle({ ...wanted, roleCode: 'audit-admin', holders: 2, unitLevel: 'city' })).toBe('TOO_MANY_HOLDERS')
  })
})
