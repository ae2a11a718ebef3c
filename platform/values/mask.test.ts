import { describe, expect, test } from 'vitest'
import { ageBand, ageBandLabel, maskIdCard, maskName, maskPhone } from './mask.ts'

describe('a mask', () => {
  test('leaves the surname of a name', () => {
    expect(['张三', '欧阳娜娜', '司马光', '欧阳', '张 三', '阿依古丽·买买提', '𤧯一', ''].map(maskName)).toEqual([
      '张某', '欧阳某', '司马某', '欧某', '张某', '阿某', '𤧯某', '某',
    ])
  })

  test('leaves the ends of a phone number', () => {
    const phones = ['13812345678', '0817-2345678', '2345678', '123', '']
    expect(phones.map(maskPhone)).toEqual(['138****5678', '081****5678', '*****78', '****', '****'])
  })

  test('leaves neither region nor birthday of an identity number', () => {
    expect(maskIdCard('11010519491231002X')).toBe('1****************X')
    expect(maskIdCard('123')).toBe('********')
  })

  test('shows the band in place of the age, changing on the birthdays the law names', () => {
    const ages = [0, 5, 6, 13, 14, 15, 16, 17, 18, 80]
    expect(ages.map(ageBand)).toEqual(['0-5', '0-5', '6-13', '6-13', '14-15', '14-15', '16-17', '16-17', '18+', '18+'])
    expect([ageBandLabel('6-13'), ageBandLabel('18+')]).toEqual(['6—13岁', '18岁及以上'])
  })
})
