import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getChartChange } from '../../queries/charts/get-chart-change.ts'
import { getStatement } from '../../queries/statements/get-statement.ts'
import { getTrialBalance } from '../../queries/statements/get-trial-balance.ts'
import { livedTwoMonths, openBooks, type BooksScene } from '../../queries/testing/books-scene.ts'
import { verifyLedger } from '../../queries/verify-ledger.ts'
import { chartColumns } from '../../rules/charts/read-accounts.ts'
import { closePeriod } from '../periods/close-period.ts'
import { reopenPeriod } from '../periods/reopen-period.ts'
import { passVoucher } from '../steps/sample-books.ts'
import { gatherVoucher } from '../vouchers/gather-voucher.ts'
import { reverseVoucher } from '../vouchers/reverse-voucher.ts'
import { updateVoucher } from '../vouchers/update-voucher.ts'
import { convertBalances } from './convert-balances.ts'
import { discardChart } from './discard-chart.ts'
import { importChart } from './import-chart.ts'
import { mapAccount } from './map-account.ts'
import { splitBalance } from './split-balance.ts'
import { startChart } from './start-chart.ts'

let city: TestCity
let scene: BooksScene
let bookId = ''
beforeAll(async () => {
  city = await openTestCity()
  scene = await openBooks(city)
  bookId = scene.bookId
  await livedTwoMonths(scene)
}, 120_000)
afterAll(() => city.close())

/** A chart with other numbers than that of 2004. */
const rows: readonly (readonly string[])[] = [
  ['1001', '库存现金', '资产', '借'], ['1010', '银行存款', '资产', '借', '', '', '', '1002'], ['1601', '固定资产', '资产', '借', '', '', '', '1501'],
  ['1602', '图书', '资产', '借', '', '', '', '1501'], ['2211', '应付职工薪酬', '负债', '贷', '', '', '', '2204'],
  ['2212', '应付款项', '负债', '贷', '', '', '', '2202'], ['2241', '其他应付款', '负债', '贷', '', '', '', '2209'],
  ['3001', '非限定性净资产', '净资产', '贷', '', '', '', '3101'], ['3002', '限定性净资产', '净资产', '贷', '', '', '', '3102'],
  ['4001', '捐赠收入', '收入', '贷', '', '', '', '4101'], ['5001', '业务活动成本', '费用', '借', '', '', '', '5101'],
]
async function workbook(of: readonly (readonly string[])[] = rows, name = '新科目表.xlsx'): Promise<File> {
  const parts: Uint8Array[] = []
  const table = { sheetName: '科目表', columns: chartColumns.map(({ key, title }) => ({ key, title })),
    rows: of.map((row) => Object.fromEntries(chartColumns.map(({ key }, at) => [key, row[at] ?? '']))) }
  for await (const part of writeRows(table)) parts.push(part)
  return new File([Buffer.concat(parts)], name)
}
const bring = async (of = rows, year = 2027) => {
  const file = await workbook(of)
  return scene.as((context) => importChart(context, { bookId, name: '2026年制度科目表', year, file }))
}
const change = async () => {
  const { change: found } = await scene.as((context) => getChartChange(context, { bookId }))
  if (found === null) throw new Error('no chart follows')
  return found
}
const idOf = (accounts: readonly { id: string; code: string }[], code: string) => accounts.find((account) => account.code === code)?.id ?? ''

describe('another chart of accounts', () => {
  test('is refused cell by cell while a row is wrong', async () => {
    const wrong = [...rows, ['12', '', '资产', '借'], ['1701', '受托', '什么', '借', '9999']]
    await expect(bring(wrong)).rejects.toMatchObject({ code: 'CELLS_WRONG', data: { count: 4, problems: [
      { row: 13, column: 'A', title: '科目编号', text: '12', message: '科目编号是4到14位数字' }, { row: 13, column: 'B', title: '科目名称', text: '' },
      { row: 14, column: 'C', text: '什么' }, { row: 14, column: 'E', text: '9999', message: '表中没有这个上级编号' },
    ] } })
    await expect(scene.as((context) => importChart(context, { bookId, name: '表', year: 2027, file: new File(['甲,乙\n1,2'], '表.csv') })))
      .rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
  test('begins with a year in which nothing stands yet, after the charts before', async () => {
    await expect(bring(rows, 2026)).rejects.toMatchObject({ code: 'YEAR_TAKEN' })
    await expect(bring(rows, 2025)).rejects.toMatchObject({ code: 'YEAR_TAKEN' })
  })
  test('is a draft at first, replaced by the next file, or thrown away', async () => {
    const first = await bring()
    const second = await bring()
    expect(second.chartId).not.toBe(first.chartId)
    expect(await change()).toMatchObject({ chartId: second.chartId, status: 'draft', unplaced: 1 })
    await scene.as((context) => discardChart(context, { bookId, chartId: second.chartId }))
    expect(await scene.as((context) => getChartChange(context, { bookId }))).toEqual({ change: null })
    expect(await bring()).toMatchObject({ accounts: 11, mapped: 10 })
  })
})

describe('the turn of the year', () => {
  const at = async () => ({ bookId, chartId: (await change()).chartId })
  test('does not begin while a balance has no place, and a balance becomes none of another kind', async () => {
    const { old, next, version } = await change()
    const of = await at()
    await expect(scene.as((context) => startChart(context, { ...of, version }))).rejects.toMatchObject({ code: 'UNPLACED', data: { codes: ['2202'] } })
    const map = (code: string, to: string | null) => scene.as((context) => mapAccount(context, {
      ...of, accountId: idOf(old, code), successorId: to === null ? null : idOf(next, to) }))
    await map('1501', null)
    await expect(map('1501', '2212')).rejects.toMatchObject({ code: 'KIND_DIFFERS' })
    await expect(map('1501', '9999')).rejects.toMatchObject({ code: 'NOT_NEXT' })
    for (const [code, to] of [['1501', '1601'], ['2202', '2212']] as const) await map(code, to)
    expect(await change()).toMatchObject({ unplaced: 0, totals: { oldDebitFen: 813000, oldCreditFen: 585000, newDebitFen: 813000, newCreditFen: 585000 } })
  })
  test('a balance is divided by hand, never beyond what it holds', async () => {
    const { old, next } = await change()
    const of = await at()
    const split = (...parts: readonly [string, number][]) => scene.as((context) => splitBalance(context, {
      ...of, accountId: idOf(old, '1501'), parts: parts.map(([code, amount]) => ({ accountId: idOf(next, code), amount })) }))
    await expect(split(['1602', 120001])).rejects.toMatchObject({ code: 'PARTS_EXCEED', data: { balanceFen: 120000 } })
    await expect(split(['2212', 1])).rejects.toMatchObject({ code: 'KIND_DIFFERS' })
    await expect(split(['1602', 1], ['1602', 2])).rejects.toMatchObject({ code: 'SAME_ACCOUNT' })
    await split(['1602', 33333])
    expect((await change()).next.filter(({ code }) => code.startsWith('160')).map(({ code, openingFen }) => [code, openingFen]))
      .toEqual([['1601', 86667], ['1602', 33333]])
  })
  test('balances go over when the year is closed, by a voucher of three people; the new accounts open with them to the fen', async () => {
    const of = await at()
    await expect(scene.as((context) => convertBalances(context, of))).rejects.toMatchObject({ code: 'CHART_DRAFT' })
    const { version } = await change()
    await scene.as((context) => startChart(context, { ...of, version }))
    await expect(scene.as((context) => startChart(context, { ...of, version }))).rejects.toMatchObject({ code: 'CHART_VALID' })
    await expect(scene.as((context) => discardChart(context, of))).rejects.toMatchObject({ code: 'CHART_VALID' })
    await expect(bring()).rejects.toMatchObject({ code: 'YEAR_TAKEN' })
    await expect(scene.as((context) => convertBalances(context, of))).rejects.toMatchObject({ code: 'YEAR_OPEN', data: { month: 202612 } })
    await closeYear()
    const before = await scene.as((context) => getStatement(context, { bookId, form: 'balance-sheet', month: 202612 }))
    const { id } = await scene.as((context) => convertBalances(context, of))
    await expect(scene.as((context) => convertBalances(context, of))).rejects.toMatchObject({ code: 'CONVERTED' })
    await expect(scene.as((context) => updateVoucher(context, { id, version: 1, datedOn: '2027-01-01', kind: 'ordinary', paperCount: 0, lines: [] })))
      .rejects.toMatchObject({ code: 'LINES_FIXED' })
    await passVoucher(city, id)
    const rowsOf = async (month: number) => (await scene.as((context) => getTrialBalance(context, { bookId, month }))).rows
      .map(({ code, openingFen, closingFen }) => [code, openingFen, closingFen])
    expect(await rowsOf(202701)).toEqual([
      ['1001', 5000, 5000], ['1010', 688000, 688000], ['1601', 86667, 86667], ['1602', 33333, 33333], ['2212', -10000, -10000], ['2241', -25000, -25000],
      ['3001', -498000, -498000], ['3002', -280000, -280000]])
    const after = await scene.as((context) => getStatement(context, { bookId, form: 'balance-sheet', month: 202701 }))
    expect(after.unplaced).toEqual([])
    const figures = (of: typeof after, column: number) => of.lines.map(({ number, figures: found }) => [number, found[column] ?? null])
    expect(figures(after, 0)).toEqual(figures(before, 1))
    expect(figures(after, 1)).toEqual(figures(before, 1))
  })
  test('the closed year stays closed while its balances stand on the new accounts; the voucher can be taken back and drawn up again', async () => {
    const of = await at()
    const period = { bookId, month: 202612, version: 2, reason: '补记' }
    await expect(scene.as((context) => reopenPeriod(context, period), '施理事长')).rejects.toMatchObject({ code: 'CONVERTED' })
    const { voucher } = await change()
    const { id } = await scene.as((context) => reverseVoucher(context, { id: voucher?.id ?? '', version: 4, datedOn: '2027-01-01', reason: '重新对应' }))
    await passVoucher(city, id)
    expect((await change()).voucher).toBeNull()
    const next = await scene.as((context) => convertBalances(context, of))
    await passVoucher(city, next.id)
    expect((await scene.as((context) => verifyLedger(context))).broken).toEqual([])
  })
  async function closeYear() {
    for (let month = 202601; month <= 202612; month++) {
      const { rows: [loose] } = await city.owner.query<{ count: string }>(`select count(*) from ledger.journals j where j.book_id = $1 and j.month = $2
        and not exists (select 1 from ledger.voucher_journals k where k.journal_id = j.id)`, [bookId, month])
      if (Number(loose?.count) > 0) {
        const { id } = await scene.as((context) => gatherVoucher(context, { bookId, month }))
        await passVoucher(city, id)
      }
      const { rows: [period] } = await city.owner.query<{ version: number }>('select version from ledger.periods where book_id = $1 and month = $2', [bookId,
        month])
      await scene.as((context) => closePeriod(context, { bookId, month, version: period?.version ?? 1 }))
    }
  }
})
