import { createSecretKey, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SealBroken, openBytes, openFields, sealBytes, sealFields } from './envelope.ts'

const anyCharacter = fc.oneof(fc.nat(0x2ff), fc.nat(0xffff), fc.nat(0x10ffff)).map(code => String.fromCodePoint(code))
const anyText = fc.array(anyCharacter, { maxLength: 40 }).map(characters => characters.join(''))

const newKey = (bytes: number) => createSecretKey(randomBytes(bytes))
const key = newKey(32)
const aad = 'children.children/0192/identity'
const fields = { name: '欧阳𤧯', phone: null, healthNotes: ['先天性心脏病'], disabilityGrade: 2, isBoarding: true }

const naughty = [
  '', ' ', '\u0000', '\ud800', '\ufeff', '\u202etest', "'; DROP TABLE children; --",
  '<script>alert(1)</script>', '𤧯䶮', '👨‍👩‍👧', 'Z\u0351\u036b',
  '__proto__',
  '{"a":1}', '%00', '../../etc/passwd', 'NaN', '٠١٢', '\r\n', 'null', '\uffff',
]

describe.each(['aes', 'sm4'] as const)('fields sealed with %s', cipher => {
  const sealed = sealFields(key, fields, aad, cipher)

  test('open again unchanged', () => expect(openFields(key, sealed, aad)).toEqual(fields))

  test('show nothing of what is in them, and differ each time', () => {
    expect(sealed.includes(Buffer.from('欧阳'))).toBe(false)
    expect(sealFields(key, fields, aad, cipher).equals(sealed)).toBe(false)
  })

  test('are refused under another key', () => expect(() => openFields(newKey(32), sealed, aad)).toThrow(SealBroken))

  test('are refused in another place', () => expect(() => openFields(key, sealed, `${aad}2`)).toThrow(SealBroken))

  test('are refused when any one bit was changed', () => {
    fc.assert(fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
      const altered = Buffer.from(sealed)
      altered[at] = (altered[at] ?? 0) ^ (1 << bit)
      expect(() => openFields(key, altered, aad)).toThrow(SealBroken)
    }))
  })

  test('are refused when cut short or lengthened', () => {
    for (const length of [0, 1, 5, 13, 29, 49, sealed.length - 1]) {
      expect(() => openFields(key, sealed.subarray(0, length), aad)).toThrow(SealBroken)
    }
    expect(() => openFields(key, Buffer.concat([sealed, Buffer.of(0)]), aad)).toThrow(SealBroken)
  })

  test.each(naughty)('keep naughty text as it is: %j', text => {
    const naughtyFields = Object.fromEntries([['text', text], [text, [text]]])
    expect(openFields(key, sealFields(key, naughtyFields, text, cipher), text)).toEqual(naughtyFields)
  })

  test('keep any bytes of any length', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), anyText, (bytes, place) => {
      expect([...openBytes(key, sealBytes(key, bytes, place, cipher), place)]).toEqual([...bytes])
    }))
  })
})

test('a seal says so in Chinese when it cannot be opened, and carries no content', () => {
  expect(() => openFields(key, Buffer.of(9, 1, 2), aad)).toThrow('加密内容无法解开')
})

test('a key of another length is refused at once', () => expect(() => sealFields(newKey(16), {}, aad)).toThrow(RangeError))
