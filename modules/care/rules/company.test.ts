import { describe, expect, it } from 'vitest'
import { needsSecondPerson, type Company } from './company.ts'

const first: Company = { volunteers: 1, withWorker: false, medium: 'home', madeBefore: 0, firstVisits: 2 }

describe('the first visits of a pairing', () => {
  it('are for two: a second volunteer or a worker goes along', () => {
    expect(needsSecondPerson(first)).toBe(true)
    expect(needsSecondPerson({ ...first, volunteers: 2 })).toBe(false)
    expect(needsSecondPerson({ ...first, withWorker: true })).toBe(false)
  })

  it('end with the number the city has set', () => {
    expect(needsSecondPerson({ ...first, madeBefore: 1 })).toBe(true)
    expect(needsSecondPerson({ ...first, madeBefore: 2 })).toBe(false)
    expect(needsSecondPerson({ ...first, firstVisits: 0 })).toBe(false)
  })

  it('may be made alone by telephone, by video and at school, and always by a worker', () => {
    for (const medium of ['phone', 'video', 'school'] as const) expect(needsSecondPerson({ ...first, medium })).toBe(false)
    expect(needsSecondPerson({ ...first, medium: 'outing' })).toBe(true)
    expect(needsSecondPerson({ ...first, volunteers: 0 })).toBe(false)
  })
})
