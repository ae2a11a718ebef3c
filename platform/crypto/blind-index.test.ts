import { describe, expect, test } from 'vitest'
import { blindQuery, blindTermBytes, blindTerms } from './blind-index.ts'
import { newMasterKeys, withNewKey } from './master-key-set.ts'
import { plainNameTerms } from './search-terms.ts'

const now = new Date('2026-11-22T00:00:00Z')
const keys = newMasterKeys(now)
const hex = (terms: Buffer[]) => terms.map(term => term.toString('hex'))

describe('the blind index', () => {
  test('gives the same hashes each time, after a rotation too, and others in another installation', () => {
    const stored = hex(blindTerms(keys.searchKey, 'name', '张建国'))
    expect(hex(blindTerms(keys.searchKey, 'name', '张建国'))).toEqual(stored)
    expect(hex(blindTerms(withNewKey(keys, now).searchKey, 'name', '张建国'))).toEqual(stored)
    const foreign = hex(blindTerms(newMasterKeys(now).searchKey, 'name', '张建国'))
    expect(foreign.some(term => stored.includes(term))).toBe(false)
  })

  test('has one hash of 16 bytes for each term', () => {
    const stored = blindTerms(keys.searchKey, 'name', '欧阳娜娜')
    expect(new Set(hex(stored)).size).toBe(plainNameTerms('欧阳娜娜').length)
    expect(stored.every(term => term.length === blindTermBytes)).toBe(true)
  })

  test.each(['张建', 'zjg', '国'])('answers %j', query => {
    const stored = hex(blindTerms(keys.searchKey, 'name', '张建国'))
    expect(hex(blindQuery(keys.searchKey, query)).every(term => stored.includes(term))).toBe(true)
  })

  test('does not confuse kinds: a phone tail is not part of an identity number', () => {
    const stored = hex([...blindTerms(keys.searchKey, 'id', '110105194912310028'), ...blindTerms(keys.searchKey, 'phone', '13812345678')])
    expect(stored).toContain(hex(blindQuery(keys.searchKey, '5678'))[0])
    expect(stored).not.toContain(hex(blindQuery(keys.searchKey, '0028'))[0])
  })

  test('asks nothing when there is nothing to search by', () => {
    expect(['', '%', '12', '·', '😀'].map(query => blindQuery(keys.searchKey, query))).toEqual([[], [], [], [], []])
  })
})
