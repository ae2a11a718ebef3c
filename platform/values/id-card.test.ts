import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCheckDigit, parseIdCard } from './id-card.ts'
import { addDays } from './local-date.ts'

const anyCharacter = fc.oneof(fc.nat(0x2ff), fc.nat(0xffff), fc.nat(0x10ffff)).map(code => String.fromCodePoint(code))
const anyText = fc.array(anyCharacter, { maxLength: 40 }).map(characters => characters.join(''))

const cards = fc
  .tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([days, order]) => `100000${addDays('1900-01-01', days).replaceAll('-', '')}${String(order).padStart(3, '0')}`)
  .map(first17 => first17 + makeCheckDigit(first17))

const reasonOf = (text: string, today?: string) => {
  const card = parseIdCard(text, today)
  return card.ok ? undefined : card.reason
}

describe('an identity number', () => {
  test('tells birthday and sex', () => {
    expect(parseIdCard('11010519491231002X')).toEqual({ ok: true, value: '11010519491231002X', birthOn: '1949-12-31', sex: 'female' })
    expect(parseIdCard(' 110105 19491231 ００２ｘ')).toMatchObject({ ok: true, value: '11010519491231002X' })
  })

  test('says what is wrong in a Chinese sentence', () => {
    expect(reasonOf('1101051949123100')).toBe('ID_CARD_LENGTH')
    expect(reasonOf('1101051949123100XX')).toBe('ID_CARD_SIGNS')
    expect(reasonOf(`110105194902300021`)).toBe('ID_CARD_BIRTHDAY')
    expect(reasonOf('110105194912310021')).toBe('ID_CARD_CHECK_DIGIT')
    expect(reasonOf('11010519491231002X', '1949-12-30')).toBe('ID_CARD_IN_FUTURE')
    expect(reasonOf('11010519491231002X', '1949-12-31')).toBeUndefined()
    expect(parseIdCard('')).toMatchObject({ message: expect.stringMatching(/^身份证号码.*。$/) })
  })

  test('with an unknown region is kept with a warning', () => {
    fc.assert(fc.property(cards, card => {
      expect(parseIdCard(card)).toMatchObject({ ok: true, warning: expect.stringContaining('前两位') })
    }))
  })

  test('with any one digit mistyped, or two neighbours swapped, is refused', () => {
    fc.assert(fc.property(cards, fc.nat(16), fc.integer({ min: 1, max: 9 }), (card, at, shift) => {
      const wrong = card.slice(0, at) + ((Number(card[at]) + shift) % 10) + card.slice(at + 1)
      expect(parseIdCard(wrong).ok).toBe(false)
      const swapped = card.slice(0, at) + card[at + 1] + card[at] + card.slice(at + 2)
      expect(swapped === card || !parseIdCard(swapped).ok).toBe(true)
    }))
  })

  test('is a man’s when the 17th digit is odd', () => {
    fc.assert(fc.property(cards, card => {
      expect(parseIdCard(card)).toMatchObject({ sex: Number(card[16]) % 2 ? 'male' : 'female' })
    }))
  })

  test('never throws on other text', () => {
    fc.assert(fc.property(anyText, text => !parseIdCard(text).ok))
  })
})
