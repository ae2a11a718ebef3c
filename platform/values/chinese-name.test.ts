import { describe, expect, test } from 'vitest'
import { cleanName, isChineseName, surnameOf } from './chinese-name.ts'

describe('a Chinese name', () => {
  test.each(['张三', '欧阳娜娜', '阿依古丽·买买提', '王𤧯', '李䶮', '张\u{31350}', '〇一', '葛\u{E0100}一'])('is accepted: %s', name =>
    expect(isChineseName(name)).toBe(true))

  test.each(['张', '', 'John', '张3', '张 三', '·张三', '张三·', '张··三', '张三😀', '张三。', '<张三>', '一'.repeat(31)])('is refused: %j', name =>
    expect(isChineseName(name)).toBe(false))

  test('loses spaces between its characters and gets one kind of dot', () => {
    expect(cleanName(' 张　　三 ')).toBe('张三')
    expect(cleanName('阿依古丽•买买提')).toBe('阿依古丽·买买提')
    expect(cleanName('买买提 · 阿依古丽')).toBe('买买提·阿依古丽')
    expect(cleanName('Ｊohn  Smith')).toBe('John  Smith')
  })

  test('begins with a compound surname only when something follows it', () => {
    expect(['欧阳娜娜', '司马光', '欧阳', '张三', '𤧯一', ''].map(surnameOf)).toEqual(['欧阳', '司马', '欧', '张', '𤧯', ''])
  })
})
