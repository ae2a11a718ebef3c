import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanParagraphs, cleanText, countCharacters, plainName } from './text.ts'

const anyCharacter = fc.oneof(fc.nat(0x2ff), fc.nat(0xffff), fc.nat(0x10ffff)).map(code => String.fromCodePoint(code))
const anyText = fc.array(anyCharacter, { maxLength: 40 }).map(characters => characters.join(''))

describe('typed text', () => {
  test('gets half-width digits, letters and spaces but keeps Chinese punctuation', () => {
    expect(cleanText('　ＡＢｚ０９，（好）：　ｏｋ ')).toBe('ABz09，（好）： ok')
  })

  test('is composed to NFC', () => expect(cleanText('e\u0301')).toBe('\u00e9'))

  test('loses control, zero-width and direction marks and broken halves of characters', () => {
    expect(cleanText('a\u0000b\u200bc\ufeffd\u202ee\u00adf\u001bg\ud800h\uffffi')).toBe('abcdefghi')
  })

  test('keeps a joined emoji whole and drops a joiner elsewhere', () => {
    expect(cleanText('👨‍👩‍👧 a\u200db')).toBe('👨‍👩‍👧 ab')
    expect(cleanText('🧑🏽‍🚀❤️‍🔥')).toBe('🧑🏽‍🚀❤️‍🔥')
  })

  test('of one line turns line breaks and tabs into one space; of paragraphs keeps them', () => {
    expect(cleanText('一\r\n\n 二\t三\u2028四')).toBe('一 二 三 四')
    expect(cleanParagraphs('一\r\n\r二\t三\n')).toBe('一\n\n二\t三')
  })

  test('is clean after one cleaning, and is always storable', () => {
    fc.assert(fc.property(anyText, text => {
      for (const clean of [cleanText, cleanParagraphs]) {
        const once = clean(text)
        expect(clean(once)).toBe(once)
        expect(once).not.toMatch(/(?![\t\n])\p{Cc}|[\u200b\ufeff]|\p{Cs}/u)
      }
    }), { numRuns: 500 })
  })

  test('that is a name to look up is one and the same in full width and in half', () => {
    expect(plainName(' ｈｅ．ｘｉｎ２ ')).toBe('he.xin2')
    expect(plainName('何新')).toBe('何新')
  })

  test('is counted by characters, rare ones being one', () => expect(countCharacters('𤧯䶮a😀')).toBe(4))
})
