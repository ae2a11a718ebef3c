import { describe, expect, it } from 'vitest'
import { addressSentence, findAddressIn, nameSentence } from './comments.ts'

describe('a comment to who went', () => {
  it('may thank, and say when and how long', () => {
    for (const text of ['辛苦了，谢谢您冒雨去看孩子。', '3月16日那次走访了90分钟，2026-03-16和2026-3-6都记了', '请提醒奶奶去村卫生室量血压']) {
      expect(findAddressIn(text), text).toBeUndefined()
    }
  })

  it('may not say where the family lives, nor by which number somebody is called', () => {
    expect(findAddressIn('下次请到东一村三组12号')).toBe('下次请到东一村三组12号')
    expect(findAddressIn('奶奶电话139 0000 1234')).toBe('139 0000 1234')
    expect(findAddressIn('2026-03-16请打2223344')).toBe('2223344')
    expect(findAddressIn('１３９００００１２３４')).toBe('１３９００００１２３４')
  })

  it('says which words are meant', () => {
    expect(addressSentence('7栋604号')).toBe('“7栋604号”像是住址或号码，会留在志愿者的手机里，请改写后再留言。')
    expect(nameSentence('李桂花')).toBe('“李桂花”像是家人或其他孩子的姓名，会留在志愿者的手机里，请改用称呼再留言，如“奶奶”“那个孩子”。')
  })
})
