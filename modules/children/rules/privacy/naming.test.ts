import { describe, expect, it } from 'vitest'
import { findNaming, type NamedChild } from './naming.ts'

const child: NamedChild = {
  name: '张小明', numbers: ['510107201505201234', '13800005678', '13900001234'], guardians: ['李桂花', '张强'], address: '东一村三组12号', school: '甲区东街小学',
  places: ['东一村', '东街镇'],
}
const found = (text: string, of: Partial<NamedChild> = {}) => findNaming(text, { ...child, ...of })

describe('a text that strangers will read', () => {
  it('may say what a child wishes', () => {
    for (const text of ['想要一个蓝色的书包', '我上三年级，想要一套《十万个为什么》', '希望有一双36码的运动鞋，冬天不冻脚', '想要一盏台灯，2026年开学用', 'A child wishes for 2 books', ''])
      expect(found(text), text).toBeUndefined()
  })

  it.each([
    ['张小明想要书包', '张小明'], ['小明想要书包', '小明'], ['张 小 明想要书包', '张 小 明'], ['我叫张、小、明', '张、小、明'], ['张家的小明', '小明'],
    ['张*小*明', '张*小*明'],
  ])('may not name the child: %s', (text, word) => expect(found(text)).toEqual({ what: 'child', word }))

  it('may not hide the letters of the name among two others', () => {
    expect(found('张家小的明', { name: '张小明' })).toEqual({ what: 'child', word: '张家小的明' })
    expect(found('张家里的人小时候说天要明', { name: '张小明' })).toBeUndefined()
    // A name of two letters counts as it stands: its letters occur by chance in many a text.
    expect(found('张开双手迎接光明', { name: '张明' })).toBeUndefined()
    expect(found('张开明亮的眼睛', { name: '张明' })).toBeUndefined()
    expect(found('我叫张 明', { name: '张明' })).toEqual({ what: 'child', word: '张 明' })
  })

  it('may not name the child in rare characters or foreign letters, whatever their capitals', () => {
    expect(found('𤧯䶮想要书包', { name: '张𤧯䶮' })).toEqual({ what: 'child', word: '𤧯䶮' })
    expect(found('我是䶮𤧯！', { name: '张䶮𤧯' })).toEqual({ what: 'child', word: '䶮𤧯' })
    expect(found('ANNA想要书包', { name: 'anna' })).toEqual({ what: 'child', word: 'ANNA' })
  })

  it('may not name a guardian, by whole or given name', () => {
    expect(found('奶奶李桂花身体不好')).toEqual({ what: 'guardian', word: '李桂花' })
    expect(found('桂花奶奶身体不好')).toEqual({ what: 'guardian', word: '桂花' })
    expect(found('爸爸张强在外打工')).toEqual({ what: 'guardian', word: '张强' })
  })

  it('may hold no long number, in whatever signs', () => {
    expect(found('电话13800005678')).toEqual({ what: 'number', word: '13800005678' })
    expect(found('电话１３８-００００-５６７８')).toEqual({ what: 'number', word: '１３８-００００-５６７８' })
    expect(found('电话一三八零零零零五六七八')).toEqual({ what: 'number', word: '一三八零零零零五六七八' })
    expect(found('QQ 7654321')).toEqual({ what: 'number', word: '7654321' })
    expect(found('证号尾数201234')).toEqual({ what: 'number', word: '201234' })
    expect(found('想要123456块积木')).toBeUndefined()
    expect(found('电话一三八〇〇〇〇五六七八')).toEqual({ what: 'number', word: '一三八〇〇〇〇五六七八' })
    expect(found('打817234', { numbers: ['0817-2345678'] })).toEqual({ what: 'number', word: '817234' })
  })

  it('is judged by what is looked for alone, where not everything is', () => {
    expect(findNaming('小明家在东一村', child, ['house', 'number'])).toBeUndefined()
    expect(findNaming('小明家在东一村三组12号', child, ['house', 'number'])).toEqual({ what: 'house', word: '东一村三组12号' })
    expect(findNaming('小明的奶奶13900001234', child, ['number'])).toEqual({ what: 'number', word: '13900001234' })
  })

  it('may not say where the child lives or learns', () => {
    expect(found('我住东一村三组12号')).toEqual({ what: 'house', word: '东一村三组12号' })
    expect(found('我住在东一村')).toEqual({ what: 'address', word: '东一村' })
    expect(found('我在甲区东街小学读书')).toEqual({ what: 'school', word: '甲区东街小学' })
    expect(found('我在东街小学读书')).toEqual({ what: 'school', word: '东街小学' })
    expect(found('我是东街镇的孩子')).toEqual({ what: 'place', word: '东街镇' })
    expect(found('我住12组', { address: '东一村12组' })).toEqual({ what: 'address', word: '12组' })
    expect(found('我在第一小学读书', { school: '示例市第一小学' })).toEqual({ what: 'school', word: '第一小学' })
  })

  it('may hold a word of two letters that a place is called by, only where it is no village, township or town', () => {
    const nowhere = { address: null, school: null }
    expect(found('东村的花开了', { ...nowhere, places: ['东村'] })).toEqual({ what: 'place', word: '东村' })
    expect(found('一村的花开了', { ...nowhere, places: ['甲区一村'] })).toEqual({ what: 'place', word: '一村' })
    expect(found('城关的花开了', { ...nowhere, places: ['城关'] })).toBeUndefined()
    expect(found('河路边的花开了', { ...nowhere, address: '河路8号', places: [] })).toBeUndefined()
  })

  it('is judged also where little is known of the child', () => {
    expect(found('想要书包', { address: null, school: null, numbers: [], guardians: [], places: [] })).toBeUndefined()
    expect(found('娜娜想要书包', { name: '欧阳娜娜' })).toEqual({ what: 'child', word: '娜娜' })
    expect(found('古丽想要书包', { name: '阿依·古丽' })).toBeUndefined()
    expect(found('阿依古丽想要书包', { name: '阿依·古丽' })).toEqual({ what: 'child', word: '阿依古丽' })
  })
})
