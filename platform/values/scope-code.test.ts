import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeFromDivision, codeOfScope, isBelowOrSame, isScopeCode, levelDepth, nextInstitutionSlot, parentCode, scopeHi, scopeLo,
} from './scope-code.ts'

const codes = fc.constantFrom(2, 4, 7, 11, 15, 18).chain(length => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`)))

describe('a unit code', () => {
  test('is read back from the scope code of its rows, also when the slot ends in zeros', () => {
    for (const code of ['51', '5113', '5113002', '5113100', '51130020001', '511300200010010', '511300200011000', '511300200010001001']) {
      expect(codeOfScope(scopeLo(code))).toBe(code)
    }
  })

  test('is made from the division code with leading zeros', () => {
    expect(codeFromDivision('511302001001')).toBe('511300200010001')
    expect(['51', '5113', '511302', '511302001'].map(codeFromDivision)).toEqual(['51', '5113', '5113002', '51130020001'])
  })

  test('drops the padding zeros of a division code', () => {
    const padded = ['510000', '511300', '511302000', '511302000000', '511302001000']
    expect(padded.map(codeFromDivision)).toEqual(['51', '5113', '5113002', '5113002', '51130020001'])
  })

  test('of a town directly under its city has nines where the county would be, never the city’s own range', () => {
    expect(codeFromDivision('441900003')).toBe('44199990003')
    expect(codeFromDivision('441900003001')).toBe('441999900030001')
  })

  test.each(['', '5', '511', '51130', 'abc', '00', '000000', '5113020010011', '５１'])('is not made from %j', text =>
    expect(codeFromDivision(text)).toBeUndefined())

  test('has one of six lengths', () => {
    expect(['51', '5113', '5113002', '51130020001', '511300200010001', '511300200010001001'].map(levelDepth)).toEqual([1, 2, 3, 4, 5, 6])
    expect(['', '5', '511', '51a', '5113002000100010'].some(isScopeCode)).toBe(false)
  })

  test('is padded to 18 digits at both ends of its range', () => {
    expect([scopeLo('5113'), scopeHi('5113')]).toEqual(['511300000000000000', '511399999999999999'])
    expect(() => scopeLo('511')).toThrow(RangeError)
  })

  test('has a parent unless it is a province', () => {
    fc.assert(fc.property(codes, code => (parentCode(code) === undefined) === (code.length === 2)))
  })

  test('has its whole range inside that of its parent', () => {
    fc.assert(fc.property(codes, code => {
      expect(BigInt(scopeHi(code)) < 2n ** 63n).toBe(true)
      const parent = parentCode(code)
      fc.pre(parent !== undefined)
      expect(isBelowOrSame(code, parent)).toBe(true)
      expect(isBelowOrSame(parent, code)).toBe(false)
      expect(scopeLo(parent) <= scopeLo(code) && scopeHi(code) <= scopeHi(parent)).toBe(true)
    }))
  })

  test('stands below another exactly when its own rows fall into the other’s range and it is no shorter', () => {
    fc.assert(fc.property(codes, codes, (code, other) => {
      const inside = scopeLo(other) <= scopeLo(code) && scopeLo(code) <= scopeHi(other) && code.length >= other.length
      expect(isBelowOrSame(code, other)).toBe(inside)
    }))
  })

  test('of an institution lies above the official codes of its place', () => {
    expect(nextInstitutionSlot('5113', ['5113002'])).toBe('5113100')
    expect(nextInstitutionSlot('5113', ['5113100', '5113102'])).toBe('5113101')
    expect(nextInstitutionSlot('5113002', [])).toBe('51130021000')
    expect(nextInstitutionSlot('51130020001', ['511300200011000'])).toBe('511300200011001')
    expect(nextInstitutionSlot('511300200010001', [])).toBe('511300200010001001')
  })

  test('of an institution never takes the slot of nines, and is refused when nothing is free', () => {
    const all = Array.from({ length: 899 }, (_, index) => `5113${100 + index}`)
    expect(all.at(-1)).toBe('5113998')
    expect(nextInstitutionSlot('5113', all)).toBeUndefined()
    expect(nextInstitutionSlot('51', [])).toBeUndefined()
    expect(nextInstitutionSlot('511300200010001001', [])).toBeUndefined()
  })
})
