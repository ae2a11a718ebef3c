import { describe, expect, it } from 'vitest'
import { findClosingObstacle, findMergeObstacle, findMoveObstacle, levelBelow, type Placed } from './structure.ts'

const county = (code: string): Placed => ({ id: code, code, level: 'county', kind: 'division', parentId: '9901', closedOn: null })
const town = (code: string, parentId: string): Placed => ({ id: code, code, level: 'town', kind: 'division', parentId, closedOn: null })
const school = (code: string, parentId: string): Placed => ({ ...town(code, parentId), level: 'village', kind: 'school' })

describe('moving', () => {
  it('a town may move to another county', () => {
    expect(findMoveObstacle(town('99010010001', '9901001'), county('9901002'))).toBeUndefined()
  })
  it('a town may not move under a town, under its own parent, or under itself', () => {
    const own = town('99010010001', '9901001')
    expect(findMoveObstacle(own, town('99010020001', '9901002'))).toBe('WRONG_PARENT')
    expect(findMoveObstacle(own, county('9901001'))).toBe('WRONG_PARENT')
    expect(findMoveObstacle(own, own)).toBe('WRONG_PARENT')
  })
  it('nothing moves under a unit below itself, and the topmost unit does not move', () => {
    expect(findMoveObstacle(county('9901001'), town('99010010001', '9901001'))).toBe('WRONG_PARENT')
    expect(findMoveObstacle(school('990100100011000', '99010010001'), school('990100100011000001', '990100100011000'))).toBe('WRONG_PARENT')
    expect(findMoveObstacle({ ...school('9901', '99'), parentId: null }, county('9902001'))).toBe('WRONG_PARENT')
  })
  it('a division stands below divisions only', () => {
    expect(findMoveObstacle(town('99010010001', '9901001'), { ...county('9901002'), kind: 'school' })).toBe('WRONG_PARENT')
  })
  it('a school may move from a town to a county', () => {
    expect(findMoveObstacle(school('990100100011000', '99010010001'), county('9901001'))).toBeUndefined()
  })
  it('a closed unit does not move, and nothing moves under a closed one', () => {
    expect(findMoveObstacle({ ...town('99010010001', '9901001'), closedOn: '2026-01-01' }, county('9901002'))).toBe('UNIT_CLOSED')
    expect(findMoveObstacle(town('99010010001', '9901001'), { ...county('9901002'), closedOn: '2026-01-01' })).toBe('UNIT_CLOSED')
  })
})

describe('merging', () => {
  it('joins two of the same level and kind', () => {
    expect(findMergeObstacle(town('99010010001', '9901001'), town('99010010002', '9901001'))).toBeUndefined()
  })
  it('joins no unit to itself, to another level or kind, or to a closed one', () => {
    const own = town('99010010001', '9901001')
    expect(findMergeObstacle(own, own)).toBe('WRONG_SUCCESSOR')
    expect(findMergeObstacle(own, county('9901002'))).toBe('WRONG_SUCCESSOR')
    expect(findMergeObstacle(school('990100100011000', '99010010001'), { ...town('x', 'y'), code: '990100100010001', level: 'village' }))
      .toBe('WRONG_SUCCESSOR')
    expect(findMergeObstacle(own, { ...town('99010010002', '9901001'), closedOn: '2026-01-01' })).toBe('WRONG_SUCCESSOR')
  })
  it('joins no unit to one above or below it, and none that is closed already', () => {
    const upper = school('99010010001', '9901001')
    const lower = school('990100100011000', '99010010001')
    expect(findMergeObstacle(upper, lower)).toBe('WRONG_SUCCESSOR')
    expect(findMergeObstacle(lower, upper)).toBe('WRONG_SUCCESSOR')
    expect(findMergeObstacle({ ...lower, closedOn: '2026-01-01' }, school('990100100011001', '99010010001'))).toBe('UNIT_CLOSED')
  })
  it('never closes the topmost unit', () => {
    expect(findMergeObstacle({ ...county('9901'), parentId: null }, county('9902'))).toBe('WRONG_SUCCESSOR')
  })
})

it('each level stands above the next; below a village stand bodies of a village', () => {
  expect((['province', 'city', 'county', 'town', 'village'] as const).map(levelBelow)).toEqual(['city', 'county', 'town', 'village', 'village'])
})

describe('closing', () => {
  const none = { openUnitsBelow: 0, children: 0, volunteers: 0 }
  it('an empty unit may be closed', () => {
    expect(findClosingObstacle(none)).toBeUndefined()
  })
  it('units below come first, then whoever is registered', () => {
    expect(findClosingObstacle({ openUnitsBelow: 1, children: 2, volunteers: 3 })).toBe('UNITS_BELOW')
    expect(findClosingObstacle({ ...none, children: 1 })).toBe('PEOPLE_REMAIN')
    expect(findClosingObstacle({ ...none, volunteers: 1 })).toBe('PEOPLE_REMAIN')
  })
})
