import { describe, expect, test } from 'vitest'
import {
  ageBand, ageBandInEnglish, ageBandLabel, findHouseNumber, findLongNumber, labelInEnglish, maskIdCard, maskName,
  maskPhone, replaceHouseNumbers, replaceLongNumbers,
  soughtOf, withoutDays,
} from './mask.ts'

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
    expect([ageBandInEnglish('6-13'), ageBandInEnglish('18+')]).toEqual(['aged 6–13', '18 and over'])
    expect(['张某 · 6—13岁', '张某（16—17岁）', '张某 · 18岁及以上', '已删除'].map(labelInEnglish))
      .toEqual(['张某 · aged 6–13', '张某 (aged 16–17)', '张某 · 18 and over', '已删除'])
  })
})

describe('where a family lives, in free words', () => {
  test.each([
    ['他家在三组12号', '三组12号'], ['搬到东一村三组12号了', '搬到东一村三组12号'], ['南门社区7栋2单元604号', '南门社区7栋2单元604号'], ['住5号楼302', '5号楼302'],
    ['人民路８８号', '人民路８８号'], ['东街 12号', '东街 12号'], ['二栋一单元三零一室', '二栋一单元三零一室'],
  ])('is found: %s', (text, word) => expect(findHouseNumber(text)).toBe(word))

  test.each([
    '3月16日14:30那次走访了90分钟', '三年级2班', '第一组照片2张', '走了两条街2小时', '村里5位老人', '街道1号文件', '门牌1234', '谢谢您冒雨去看孩子', '一路平安', '坐3路车',
    '到村委会2号会议室', '2单元测验90分',
  ])('is not what else is said: %s', (text) => expect(findHouseNumber(text)).toBeUndefined())

  test('is left out wherever it stands', () => {
    expect(replaceHouseNumbers('先去三组12号，再去7栋604号。', '（住址略）')).toBe('先去（住址略），再去（住址略）。')
  })
})

describe('a masked name that is sought', () => {
  test.each([['张某', '张'], [' 欧阳某某 ', '欧阳'], ['张某 · 6—13岁', '张'], ['张某（6—13岁）', '张']])('means the surname: %s', (text, sought) =>
    expect(soughtOf(text)).toBe(sought))

  test.each(['张某某人', '某', '张三', 'zs', '5678'])('stays where it is none: %s', (text) => expect(soughtOf(text)).toBe(text))
})

describe('a long number, in free words', () => {
  test.each([
    ['打13900001234', '13900001234'], ['电话139 0000 1234', '139 0000 1234'], ['１３９００００１２３４', '１３９００００１２３４'], ['+86 13812345678', '+86 13812345678'],
    ['证号51130320150520123X。', '51130320150520123X'], ['2026-03-16 2223344', '2223344'], ['1390-00-0012', '1390-00-0012'],
    ['2026-03-1613900001234', '2026-03-1613900001234'],
  ])('is found: %s', (text, number) => expect(findLongNumber(text)).toBe(number))

  test.each(['2026-03-16 14:30', '2026-3-6和2026-03-07', '90分钟', '门牌1234'])('is no day and no time: %s', (text) => expect(findLongNumber(text)).toBeUndefined())

  test('is left out wherever it stands, and a day stays', () => {
    expect(replaceLongNumbers('2026-03-16打2223344或13812345678', '…')).toBe('2026-03-16打…或…')
    expect(withoutDays('2026-03-16打2223344')).toBe(' 打2223344')
  })
})
