import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePhone } from './phone.ts'

describe('a phone number', () => {
  test.each(['13812345678', '138 1234 5678', '138-1234-5678', '+86 13812345678', '0086-13812345678', '8613812345678', '１３８１２３４５６７８'])(
    'is the mobile 13812345678: %j',
    text => expect(parsePhone(text)).toEqual({ kind: 'mobile', value: '13812345678', tail4: '5678' }),
  )

  test.each([
    ['0817-2345678', '0817-2345678', '5678'], ['08172345678', '0817-2345678', '5678'], ['（0817）2345678', '0817-2345678', '5678'],
    ['010 62345678', '010-62345678', '5678'], ['028—87654321转12', '028-87654321-12', '4321'], ['+86-0817-2345678', '0817-2345678', '5678'],
    ['2345678', '2345678', '5678'],
  ])('is a landline: %j → %s, tail %s', (text, value, tail4) => expect(parsePhone(text)).toEqual({ kind: 'landline', value, tail4 }))

  test.each([
    '', '12345678901', '1381234567', '138123456789', '110', '0817-123456', '不详', '13812345678/13912345678', '0817-2345678-1234567',
  ])('is refused: %j', text =>
    expect(parsePhone(text)).toBeUndefined())

  test('is read back as it was stored', () => {
    fc.assert(fc.property(fc.stringMatching(/^(1[3-9]\d{9}|0[3-9]\d{2}-[2-9]\d{6}|02\d-[2-9]\d{7})$/), number =>
      parsePhone(number)?.value === number))
  })
})
