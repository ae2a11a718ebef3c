import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './local-date.ts'
import { parseLooseDate } from './loose-date.ts'

const anyCharacter = fc.oneof(fc.nat(0x2ff), fc.nat(0xffff), fc.nat(0x10ffff)).map(code => String.fromCodePoint(code))
const anyText = fc.array(anyCharacter, { maxLength: 40 }).map(characters => characters.join(''))

describe('a date in a workbook', () => {
  test.each([
    '2023/2/3', '2023.2.3', '2023-2-3', '2023。2。3', '2023、02、03', '2023年2月3日', '2023年02月03号', '2023 年 2 月 3 日', '20230203', '２０２３年２月３日',
    '２０２３／２／３', ' 2023.02.03 ', '2023-02-03 00:00:00', '2023/2/3 8:30', '2023-02-03T00:00:00.000Z', '44960', '44960.5',
  ])('is understood as 2023-02-03: %j', text => expect(parseLooseDate(text)).toBe('2023-02-03'))

  test.each([
    '2023-02-30', '2023年2月30日', '20230230', '2023年2月', '2023', '23-2-3', '3/2/2023',
    '2023/2-3', '2023年2/3', '', '不详', '1234', '2023-02-03T16:00:00.000Z',
  ])('is refused rather than guessed: %j', text => expect(parseLooseDate(text)).toBeUndefined())

  test('may be the serial number of a spreadsheet cell', () => {
    expect(parseLooseDate(1)).toBe('1900-01-01')
    expect(parseLooseDate(59)).toBe('1900-02-28')
    expect(parseLooseDate(61)).toBe('1900-03-01')
    expect(parseLooseDate(44960.75)).toBe('2023-02-03')
    expect(parseLooseDate(20230203)).toBe('2023-02-03')
  })

  test.each([60, 0, -5, 1958, 2023, 100_000, Number.NaN, Number.POSITIVE_INFINITY, 20230230])('is refused when no day: %d', value =>
    expect(parseLooseDate(value)).toBeUndefined())

  test('reads every serial number back to its day', () => {
    fc.assert(fc.property(fc.integer({ min: 10_000, max: 99_999 }), serial => {
      expect(parseLooseDate(serial)).toBe(addDays('1899-12-30', serial))
      expect(parseLooseDate(String(serial))).toBe(parseLooseDate(serial))
    }))
  })

  test('never throws, whatever the cell holds', () => {
    fc.assert(fc.property(anyText, text => void parseLooseDate(text)))
  })
})
