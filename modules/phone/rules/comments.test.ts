import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commentsSince, withoutNumbers } from './comments.ts'

describe('what an office said, as a phone keeps it', () => {
  it('holds no telephone and no identity number, however they are written', () => {
    expect(withoutNumbers('谢谢您。奶奶的电话13812345678')).toBe('谢谢您。奶奶的电话（号码略）')
    expect(withoutNumbers('家里138 1234 5678，座机0817-2223344')).toBe('家里（号码略），座机（号码略）')
    expect(withoutNumbers('证号51130320150520123X。')).toBe('证号（号码略）。')
    expect(withoutNumbers('打2223344或+86 13812345678')).toBe('打（号码略）或（号码略）')
  })

  it('holds no number of a house', () => {
    expect(withoutNumbers('谢谢您去三组12号')).toBe('谢谢您去（住址略）')
  })

  it('keeps days, times and small numbers', () => {
    const words = '3月16日14:30那次走访了90分钟，2026-03-16和2026-3-6都记了，门牌1234'
    expect(withoutNumbers(words)).toBe(words)
  })

  it('never leaves seven digits side by side', () => {
    const sign = fc.constantFrom('1', '8', '0', 'X', ' ', '-', '，', '谢')
    fc.assert(fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
      expect(withoutNumbers(signs.join(''))).not.toMatch(/\d{7}/)
    }))
  })

  it('goes four weeks back', () => {
    expect(commentsSince('2026-03-16')).toBe('2026-02-16')
  })
})
