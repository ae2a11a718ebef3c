import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCreditCheckSign, parseCreditCode } from './credit-code.ts'

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const valid = '91512081MA62K0260E'

describe('a credit code', () => {
  test('is accepted in any width and case', () => {
    const expected = { ok: true, value: valid, registeredBy: 'market' }
    expect(parseCreditCode(valid)).toEqual(expected)
    expect(parseCreditCode(' ９１５１２０８１ｍａ６２ｋ０２６０ｅ ')).toEqual(expected)
  })

  test('says what is wrong', () => {
    expect(parseCreditCode('91512081MA62K0260')).toMatchObject({ ok: false, reason: 'CREDIT_CODE_LENGTH' })
    expect(parseCreditCode('91512081MAI2K0260E')).toMatchObject({ ok: false, reason: 'CREDIT_CODE_SIGNS' })
    expect(parseCreditCode('91512081MA62K0260F')).toMatchObject({ ok: false, reason: 'CREDIT_CODE_CHECK_SIGN' })
    expect(parseCreditCode('')).toMatchObject({ message: expect.stringMatching(/。$/) })
  })

  test('with a wrong inner organisation code is kept with a warning', () => {
    const first17 = '53510000000000001'
    expect(parseCreditCode(first17 + makeCreditCheckSign(first17))).toMatchObject({
      ok: true, registeredBy: 'civil-affairs', warning: expect.stringContaining('组织机构代码'),
    })
  })

  test('with any one sign mistyped is refused', () => {
    fc.assert(fc.property(fc.nat(17), fc.constantFrom(...signs), (at, sign) => {
      const wrong = valid.slice(0, at) + sign + valid.slice(at + 1)
      expect(parseCreditCode(wrong).ok).toBe(wrong === valid)
    }))
  })
})
