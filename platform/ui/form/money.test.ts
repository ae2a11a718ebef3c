import { expect, test } from 'vitest'
import { readTypedMoney, showFen } from './money.ts'

test.each([
  ['1234.5', 123450],
  ['1,234.50', 123450],
  ['￥12．34', 1234],
  ['1.5万', 1_500_000],
  ['0', 0],
  ['12.30元', 1230],
  ['0.29', 29],
])('%s is %i fen', (typed, fen) => {
  expect(readTypedMoney(typed)).toEqual({ kind: 'fen', fen })
})

test('a part of a fen, a negative amount, digits in full width and a word are refused, each for its own reason', () => {
  expect(readTypedMoney('1.005').kind).toBe('too-fine')
  expect(readTypedMoney('-3').kind).toBe('negative')
  expect(readTypedMoney('１２.00').kind).toBe('full-width')
  expect(readTypedMoney('三百').kind).toBe('unreadable')
  expect(readTypedMoney('1e5').kind).toBe('unreadable')
})

test('what is shown reads back as the same amount', () => {
  for (const fen of [0, 1, 29, 100, 123_456, 99_999_999_99]) expect(readTypedMoney(showFen(fen))).toEqual({ kind: 'fen', fen })
  expect(showFen(123_456_789)).toBe('1,234,567.89')
})
