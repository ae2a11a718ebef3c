import { describe, expect, test } from 'vitest'
import { areSameHeadings, columnsIn, headingsRow, isWholeMapping, recognise } from './layout.ts'

const one = { code: 'one', bank: '甲银行', titles: { day: ['交易日期'], in: ['贷方发生额'], out: ['借方发生额'], summary: ['摘要'] } }
const other = { code: 'other', bank: '乙银行', titles: { day: ['交易日期'], in: ['贷方发生额'], out: ['借方发生额'], summary: ['摘要'], balance: ['余额'] } }

describe('layout of a file', () => {
  test('headings are known past blanks and a unit in brackets', () => {
    expect(columnsIn(['序号', ' 交易 日期', '借方发生额（元）', '贷方发生额(元)', '摘要'], one)).toEqual({ day: 1, out: 2, in: 3, summary: 4 })
  })
  test('without a day or an amount it is not of the layout', () => {
    expect(columnsIn(['交易日期', '借方发生额'], one)).toBeUndefined()
    expect(columnsIn(['借方发生额', '贷方发生额'], one)).toBeUndefined()
  })
  test('of two layouts the one that explains more columns is meant; the headings may stand below a title', () => {
    const rows = [['某银行明细', '', ''], ['交易日期', '借方发生额', '贷方发生额', '余额', '摘要']]
    expect(recognise(rows, [one, other])).toMatchObject({ rowIndex: 1, layout: 'other' })
    expect(recognise([['日期', '钱']], [one, other])).toBeUndefined()
  })
  test('a mapping by hand needs the day and the amount, in one column or in two', () => {
    expect([isWholeMapping({ day: 0, amount: 1 }), isWholeMapping({ day: 0, in: 1, out: 2 })]).toEqual([true, true])
    expect([isWholeMapping({ day: 0, in: 1 }), isWholeMapping({ amount: 1 })]).toEqual([false, false])
  })
  test('the headings of an unknown file are the fullest row without an amount', () => {
    expect(headingsRow([['账户明细'], ['日期', '金额', '户名'], ['2026-03-01', '100.00', '张三', '备注']])).toBe(1)
  })
  test('headings are the same but for blanks; another column makes them another layout', () => {
    expect(areSameHeadings(['日期', '金额', ''], ['日 期', '金额'])).toBe(true)
    expect(areSameHeadings(['日期', '金额'], ['日期', '户名', '金额'])).toBe(false)
  })
})
