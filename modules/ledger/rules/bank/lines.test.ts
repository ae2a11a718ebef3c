import { describe, expect, test } from 'vitest'
import { readLine } from './lines.ts'

const mapping = { day: 0, in: 1, out: 2, balance: 3, counterparty: 4 }
const amountOf = (came: string, went: string) => {
  const outcome = readLine(['2026-03-05', came, went, '', ''], mapping, '2026-03-16')
  return outcome === undefined ? undefined : 'line' in outcome ? outcome.line.amountFen : outcome.message
}

describe('a row of a statement file', () => {
  test('money that came is positive, money that went negative', () => {
    expect([amountOf('100.50', ''), amountOf('', '1,200.00'), amountOf('0.00', '3'), amountOf('-', '3')]).toEqual([10050, -120000, -300, -300])
  })
  test('digits in full width are told, never read as if they were typed with care', () => {
    for (const typed of ['１，２３４．５０', '1,234.5０']) expect(amountOf(typed, '')).toBe('金额里有全角数字，请在文件里改成半角数字')
    expect(amountOf('', '３')).toContain('全角')
    expect(readLine(['2026-03-05', '1', '', '１', ''], mapping, '2026-03-16')).toEqual({ message: '余额里有全角数字，请在文件里改成半角数字' })
  })
  test('three decimals, words, both columns or none are told, never guessed', () => {
    expect(amountOf('1.005', '')).toContain('两位小数')
    expect(amountOf('一百', '')).toContain('金额读不出来')
    expect(amountOf('1', '2')).toContain('两栏都有金额')
    expect(amountOf('', '')).toBe('没有金额')
    expect(amountOf('1000000000', '')).toContain('太大')
  })
  test('one column of amounts carries its sign', () => {
    expect(readLine(['2026年3月5日', '-12.00'], { day: 0, amount: 1 }, '2026-03-16')).toMatchObject({ line: { bookedOn: '2026-03-05', amountFen: -1200 } })
  })
  test('blank rows and totals below the table are no lines; an amount without a readable day is told', () => {
    expect(readLine(['', '', '', '', ''], mapping, '2026-03-16')).toBeUndefined()
    expect(readLine(['合计', '100.00', '', '', ''], mapping, '2026-03-16')).toBeUndefined()
    expect(readLine(['2026-03-17', '100.00', '', '', ''], mapping, '2026-03-16')).toMatchObject({ message: expect.stringContaining('今天以后') })
    expect(readLine(['2026-02-30', '100.00', '', '', ''], mapping, '2026-03-16')).toMatchObject({ message: expect.stringContaining('日期') })
  })
  test('a balance that cannot be read is told', () => {
    expect(readLine(['2026-03-05', '1', '', '1.234', ''], mapping, '2026-03-16')).toMatchObject({ message: expect.stringContaining('余额') })
  })
})
