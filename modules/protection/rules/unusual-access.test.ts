import { describe, expect, it } from 'vitest'
import { limitsOn } from './limits.ts'
import { findUnusual, isNight, type Read } from './unusual-access.ts'

const limits = limitsOn('2026-03-16')
const read = (change: Partial<Read> = {}): Read => ({
  entryId: 'e1', accountId: 'a', personName: '赵干事', unitId: 'u', unitScope: '990100100010000000', childId: 'c1', childScope: '990100100010001000',
  homeScope: '990100100010000000', day: '2026-03-10', hour: 10, isEmergency: false, isAfterEnd: false, fields: ['name'], ...change,
})
const many = (count: number, change: Partial<Read> = {}) => Array.from({ length: count }, (_, at) => read({ entryId: `e${at}`, childId: `c${at}`, ...change }))
const rulesOf = (reads: Read[]) => findUnusual(reads, limits).map(({ rule }) => rule)

describe('unusual reading', () => {
  it('is not the ordinary day of a town', () => {
    expect(rulesOf(many(20))).toEqual([])
  })
  it('is more files in a day than the limit, each child counted once', () => {
    expect(findUnusual(many(21), limits)).toMatchObject([{ rule: 'many-files', count: 21 }])
    expect(rulesOf(Array.from({ length: 50 }, () => read()))).toEqual([])
  })
  it('is counted for each reader, unit and day apart', () => {
    expect(rulesOf([...many(15), ...many(15, { day: '2026-03-11' })])).toEqual([])
    expect(rulesOf([...many(15), ...many(15, { accountId: 'b' })])).toEqual([])
  })
  it('is files of more towns than the limit', () => {
    const towns = (count: number) =>
      Array.from({ length: count }, (_, at) => read({ childScope: `9901001000${at + 1}0000000`, homeScope: '990100000000000000' }))
    expect(rulesOf(towns(3))).toEqual([])
    expect(findUnusual(towns(4), limits)).toMatchObject([{ rule: 'many-towns', count: 4 }])
  })
  it('is a file opened at night, which goes past midnight', () => {
    expect([21, 22, 23, 0, 5, 6].map((hour) => isNight(hour, limits))).toEqual([false, true, true, true, true, false])
    expect([1, 4, 5].map((hour) => isNight(hour, { nightFrom: 1, nightUntil: 5 }))).toEqual([true, true, false])
    expect(rulesOf([read({ hour: 23 })])).toEqual(['night'])
  })
  it('is a child of another town than the reader\'s own', () => {
    expect(rulesOf([read({ childScope: '990100100020001000' })])).toEqual(['other-town'])
    expect(rulesOf([read({ childScope: '990100100020001000', homeScope: '990100100000000000' })])).toEqual([])
  })
  it('is every emergency, named as that and not as night', () => {
    expect(rulesOf([read({ isEmergency: true, hour: 2 })])).toEqual(['emergency'])
  })
  it('is a file opened after the case ended', () => {
    expect(rulesOf([read({ isAfterEnd: true })])).toEqual(['after-end'])
  })
  it('names the entries and the children it was found in', () => {
    const [found] = findUnusual([read({ hour: 23 }), read({ entryId: 'e2', hour: 23 }), read({ entryId: 'e3' })], limits)
    expect(found).toMatchObject({ rule: 'night', count: 2, entryIds: ['e1', 'e2'], childIds: ['c1'] })
  })
  it('names the fields that were opened in those readings and no others, each once', () => {
    const [found] = findUnusual([
      read({ hour: 23, fields: ['guardians', 'name'] }), read({ entryId: 'e2', hour: 23, fields: ['name', 'no such field'] }),
      read({ entryId: 'e3', hour: 23, fields: null }), read({ entryId: 'e4', fields: ['health'] }),
    ], limits)
    expect(found?.fields).toEqual(['name', 'guardians'])
  })
})
