import { describe, expect, it } from 'vitest'
import { chartColumns, readChart } from './read-accounts.ts'

const keys = ['code', 'name', 'kind', 'side', 'parent', 'duty', 'costClass', 'formCode']
const rowsOf = (...lines: readonly string[]) => lines.map((text, index) => ({
  rowNumber: index + 2, values: Object.fromEntries(text.split(',').map((value, at) => [keys[at] ?? '', value])),
}))
/** The accounts every chart needs. */
const whole = ['1001,库存现金,资产,借', '1002,银行存款,资产,借', '3101,非限定性净资产,净资产,贷', '3102,限定性净资产,净资产,贷']
const read = (...more: readonly string[]) => readChart(rowsOf(...whole, ...more))
const problemsOf = (...more: readonly string[]) => read(...more).problems.map(({ rowNumber, key, message }) => `${rowNumber} ${key}: ${message}`)

describe('a chart in a workbook', () => {
  it('is read row by row; what an account is for follows from its name, from the column or from above', () => {
    const { accounts, problems } = read('5101,业务活动成本,费用,借', '510101,助学,费用,借,5101', '100201,一般户,资产,借,1002,,,1002', '3103,永久限定,净资产,贷,,限定')
    expect(problems).toEqual([])
    expect(accounts.map(({ code, duty, costClass, isLeaf, parentCode, formCode }) => [code, duty, costClass, isLeaf, parentCode, formCode])).toEqual([
      ['1001', 'cash', null, true, null, null], ['1002', 'bank', null, false, null, null], ['3101', 'unrestricted', null, true, null, null],
      ['3102', 'restricted', null, true, null, null], ['5101', null, 'charity', false, null, null], ['510101', null, 'charity', true, '5101', null],
      ['100201', 'bank', null, true, '1002', '1002'], ['3103', 'restricted', null, true, null, null],
    ])
    expect(accounts[0]).toEqual({
      code: '1001', name: '库存现金', kind: 'asset', side: 'debit', parentCode: null, duty: 'cash', costClass: null, formCode: null, isLeaf: true,
    })
    expect(accounts[2]).toMatchObject({ kind: 'net-asset', side: 'credit' })
    expect(accounts[4]).toMatchObject({ kind: 'cost' })
  })
  it('takes the report number of the account above', () => {
    expect(read('1401,投资,资产,借,,,,1101', '140101,股票,资产,借,1401').accounts.at(-1)?.formCode).toBe('1101')
  })
  it('tells what is wrong beside the cell', () => {
    expect(problemsOf('12,短号,资产,借')).toEqual(['6 code: 科目编号是4到14位数字'])
    expect(problemsOf('1101,,资产,借', `1102,${'长'.repeat(41)},资产,借`)).toEqual(['6 name: 请填科目名称', '7 name: 名称最多40个字'])
    expect(problemsOf(`1101,${'长'.repeat(40)},资产,借`)).toEqual([])
    expect(problemsOf('1101,投资,资金,左')).toEqual(['6 kind: 请填资产、负债、净资产、收入、费用', '6 side: 请填借、贷'])
    expect(problemsOf('1101,投资,,')).toEqual(['6 kind: 请填资产、负债、净资产、收入、费用', '6 side: 请填借或贷'])
    expect(problemsOf('1101,投资,资产,借,,保险箱')).toEqual(['6 duty: 请填现金、银行、非限定、限定'])
    expect(problemsOf('1101,投资,资产,借,,,,x')).toEqual(['6 formCode: 报表编号是4到14位数字'])
    expect(problemsOf('5601,杂费,费用,借')).toEqual(['6 costClass: 费用科目要填费用类别'])
    expect(problemsOf('5601,杂费,费用,借,,,慈善')).toEqual([
      '6 costClass: 请填慈善活动支出、业务活动成本、管理费用、筹资费用、其他费用', '6 costClass: 费用科目要填费用类别'])
    expect(problemsOf('2101,借款,负债,贷,,银行')).toEqual(['6 duty: 用途和类别不相符'])
  })
  it('tells what is wrong beside the other rows', () => {
    expect(problemsOf('1001,又一个,资产,借')).toEqual(['6 code: 和第2行的编号相同'])
    expect(problemsOf('1101,投资,资产,借,1100')).toEqual(['6 parent: 表中没有这个上级编号'])
    expect(problemsOf('1101,投资,资产,借,1002')).toEqual(['6 parent: 编号要以上级编号开头，并且更长'])
    expect(problemsOf('1101,投资,资产,借', '1101,投资,资产,借,1101').at(-1)).toBe('7 code: 和第6行的编号相同')
    expect(problemsOf('2101,借款,负债,贷', '210101,银行借款,资产,借,2101')).toEqual(['7 kind: 类别要和上级科目一致'])
  })
  it('two accounts that are each above the other do not hold the reading up', () => {
    expect(problemsOf('1101,甲,资产,借,1102', '1102,乙,资产,借,1101')).toHaveLength(2)
  })
  it('must have money and both kinds of net assets', () => {
    expect(readChart(rowsOf('1101,投资,资产,借')).problems).toEqual(['现金', '银行存款', '非限定性净资产', '限定性净资产'].map((name) => ({
      rowNumber: 2, message: `表中没有${name}科目，请加上，或在“用途”一列指明` })))
    expect(readChart([]).problems[0]?.rowNumber).toBe(1)
  })
  it('names each column once', () => {
    expect(chartColumns.map(({ key }) => key)).toEqual(keys)
    const titles = chartColumns.flatMap(({ title, synonyms }) => [title, ...synonyms])
    expect(new Set(titles).size).toBe(titles.length)
    expect(chartColumns.filter(({ required }) => required).map(({ key }) => key)).toEqual(['code', 'name', 'kind', 'side'])
  })
})
