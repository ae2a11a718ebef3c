import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryTerms } from './query-terms.ts'
import { nameTerms, phoneTerms, idTerms, plainNameTerms, termText } from './search-terms.ts'

const anyCharacter = fc.oneof(fc.nat(0x2ff), fc.nat(0xffff), fc.nat(0x10ffff)).map(code => String.fromCodePoint(code))
const anyText = fc.array(anyCharacter, { maxLength: 40 }).map(characters => characters.join(''))

const finds = (query: string, stored: string[]) => {
  const terms = queryTerms(query).map(termText)
  return terms.length > 0 && terms.every(term => stored.includes(term))
}
const findsName = (query: string, name: string) => finds(query, plainNameTerms(name))

describe('the terms of a name', () => {
  test('are its characters, neighbours, whole, pinyin by syllables and initials', () => {
    expect(plainNameTerms('张建国')).toEqual([
      'han:张', 'han:建', 'han:国', 'han:张建', 'han:建国', 'han:张建国',
      'pinyin:zhang', 'pinyin:zhangjian', 'pinyin:zhangjianguo', 'pinyin:zj', 'pinyin:zjg',
    ])
  })

  test.each([
    ['张', '张建国'], ['国', '张建国'], ['建国', '张建国'], ['张建国', '张建国'], ['zjg', '张建国'], ['ZJ', '张建国'], ['zhang jian guo', '张建国'],
    ['ZhangJianGuo', '张建国'], ['lyu', '吕布'], ['chenyu', '陈宇'],
    ['smx', '单明霞'], ['dmx', '单明霞'], ['zengguofan', '曾国藩'], ['cgf', '曾国藩'], ['yuchi', '尉迟恭'], ['qy', '仇英'],
    ['lvbu', '吕布'], ['lyu bu', '吕布'], ['lübu', '吕布'],
    ['ouyang', '欧阳娜娜'], ['oynn', '欧阳娜娜'], ['古丽·买', '阿依古丽·买买提'], ['丽买', '阿依古丽•买买提'], ['𤧯', '张𤧯'], ['zhangyan', '张䶮'], ["xi'an", '西安'],
    ['张　建国', '张建国'], ['john smith', 'John Smith'],
  ])('answer %j for %s', (query, name) => {
    expect(findsName(query, name)).toBe(true)
  })

  test.each([['建张', '张建国'], ['李', '张建国'], ['z', '李明'], ['jg', '张建国'], ['张明', '张建明'], ['', '张建国'], ['%', '张建国'], ['_', '张建国']])(
    'do not answer %j for %s',
    (query, name) => expect(findsName(query, name)).toBe(false),
  )

  test('answer any stretch of a Chinese name', () => {
    const name = fc.stringMatching(/^[一-龥]{2,4}$/)
    fc.assert(fc.property(name, fc.nat(3), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
      const stretch = text.slice(Math.min(from, text.length - 1)).slice(0, length)
      expect(findsName(stretch, text)).toBe(true)
    }))
  })

  test('are few, distinct and never fail, whatever the name', () => {
    fc.assert(fc.property(anyText, text => {
      const terms = plainNameTerms(text)
      expect(new Set(terms).size).toBe(terms.length)
      queryTerms(text)
    }))
    expect(nameTerms('')).toEqual([])
    expect(nameTerms('😀')).toEqual([])
  })
})

describe('the terms of numbers', () => {
  test.each(['13812345678', '138 1234 5678', '138-1234-5678', '5678', '１３８１２３４５６７８'])('answer the phone 13812345678 for %j', query =>
    expect(finds(query, phoneTerms('138 1234 5678').map(termText))).toBe(true))

  test('answer a landline with or without its dash, and by its tail', () => {
    const stored = phoneTerms('0817-2345678').map(termText)
    expect(['0817-2345678', '08172345678', '5678', '678'].map(query => finds(query, stored))).toEqual([true, true, true, false])
  })

  test('answer an identity number whole, with small x or spaces', () => {
    const stored = idTerms('11010519491231002x').map(termText)
    expect(finds('11010519491231002X', stored)).toBe(true)
    expect(finds('110105 19491231 002x', stored)).toBe(true)
    expect(finds('1101051949123100', stored)).toBe(false)
  })
})

test('a question of several pieces asks for all of them', () => {
  expect(queryTerms('张建国 5678')).toEqual([
    { kind: 'han', term: '张建' }, { kind: 'han', term: '建国' }, { kind: 'phone-tail', term: '5678' },
  ])
  expect(queryTerms('zs 13812345678').map(termText)).toEqual(['pinyin:zs', 'phone:13812345678'])
})
