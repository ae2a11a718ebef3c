import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { foldPostings } from '../../jobs/fold-postings.ts'
import { statementForms, type Statement, type StatementColumn, type StatementForm } from '../../contract.ts'
import { livedTwoMonths, openBooks, type BooksScene } from '../testing/books-scene.ts'
import { getGeneralLedger } from './get-general-ledger.ts'
import { getStatement } from './get-statement.ts'
import { getTrialBalance } from './get-trial-balance.ts'
import { listDetails } from './list-details.ts'
import { listFigurePostings } from './list-figure-postings.ts'

let city: TestCity
let scene: BooksScene
beforeAll(async () => {
  city = await openTestCity()
  scene = await openBooks(city)
  await livedTwoMonths(scene)
}, 120_000)
afterAll(() => city.close())

const month = 202602
const read = (form: StatementForm, of = month) => scene.as((context) => getStatement(context, { bookId: scene.bookId, form, month: of }))
const yuan = (statement: Statement, line: number, column: StatementColumn) => {
  const figure = statement.lines.find(({ number }) => number === line)?.figures[statement.columns.indexOf(column)]
  return figure === undefined ? undefined : figure / 100
}

describe('资产负债表', () => {
  test('shows what the accounts hold, apart by class, beside what was brought in', async () => {
    const sheet = await read('balance-sheet')
    expect(yuan(sheet, 1, 'opening')).toBe(5000)
    expect(yuan(sheet, 1, 'closing')).toBe(5000 + 1000 + 2000 - 600 - 300 - 150 - 20)
    expect([yuan(sheet, 31, 'opening'), yuan(sheet, 31, 'closing')]).toEqual([800, 1200])
    expect(yuan(sheet, 62, 'closing')).toBe(350)
    expect([yuan(sheet, 101, 'opening'), yuan(sheet, 105, 'opening')]).toEqual([4000, 1500])
    expect([yuan(sheet, 101, 'closing'), yuan(sheet, 105, 'closing')]).toEqual([4000 + 1000 - 700 - 20 + 700, 1500 + 2000 - 700])
  })
  test('both halves are equal at the beginning and at the end', async () => {
    const sheet = await read('balance-sheet')
    for (const column of ['opening', 'closing'] as const) expect(yuan(sheet, 60, column)).toBe(yuan(sheet, 120, column))
    expect(sheet.unplaced).toEqual([])
  })
})

describe('业务活动表', () => {
  test('has income, costs and the release apart by class, for the month and the year', async () => {
    const sheet = await read('activities')
    const row = (line: number) => sheet.lines.find(({ number }) => number === line)?.figures.map((figure) => figure / 100)
    expect(row(1)).toEqual([0, 2000, 2000, 1000, 2000, 3000])
    expect(row(12)).toEqual([700, 0, 700, 700, 0, 700])
    expect(row(24)).toEqual([20, 0, 20, 20, 0, 20])
    expect(row(40)).toEqual([700, -700, 0, 700, -700, 0])
    expect(row(45)).toEqual([-20, 1300, 1280, 980, 1300, 2280])
  })
  test('the change of net assets of the year is that of the balance sheet, class by class', async () => {
    const [activities, sheet] = [await read('activities'), await read('balance-sheet')]
    const change = (line: number) => (yuan(sheet, line, 'closing') ?? 0) - (yuan(sheet, line, 'opening') ?? 0)
    expect(yuan(activities, 45, 'year-unrestricted')).toBe(change(101))
    expect(yuan(activities, 45, 'year-restricted')).toBe(change(105))
  })
})

describe('现金流量表', () => {
  test('puts each movement of cash where the line opposite belongs, or where the accountant said', async () => {
    const sheet = await read('cash-flow')
    expect([yuan(sheet, 1, 'month'), yuan(sheet, 1, 'year')]).toEqual([2000, 3000])
    expect(yuan(sheet, 14, 'month')).toBe(700)
    expect(yuan(sheet, 16, 'month')).toBe(-100)
    expect(yuan(sheet, 15, 'month')).toBe(300)
    expect(yuan(sheet, 35, 'month')).toBe(400)
    expect(yuan(sheet, 52, 'month')).toBe(20)
  })
  test('adds up to the change of cash on the balance sheet; money moved between own accounts is no flow', async () => {
    const [flow, sheet] = [await read('cash-flow'), await read('balance-sheet')]
    expect(yuan(flow, 61, 'year')).toBe((yuan(sheet, 1, 'closing') ?? 0) - (yuan(sheet, 1, 'opening') ?? 0))
  })
})

describe('postings of a figure', () => {
  test.each(statementForms)('every figure of %s is the sum of the postings it opens', async (form) => {
    const sheet = await read(form)
    const asked = sheet.lines.flatMap(({ number, name, figures }) => (number === null ? []
      : sheet.columns.map((column, at) => ({ line: number, name, column, figure: figures[at] })).filter(({ figure, line }) => figure !== 0 || line < 3)))
    expect(asked.length).toBeGreaterThan(12)
    await scene.as(async (context) => {
      for (const { line, name, column, figure } of asked) {
        const opened = await listFigurePostings(context, { bookId: scene.bookId, form, month, line, column, limit: 200 })
        expect([opened.figureFen, opened.items.reduce((sum, { countedFen }) => sum + countedFen, 0)], `${name} ${column}`).toEqual([figure, figure])
      }
    })
  })
  test('come page by page, none twice', async () => {
    const ask = (after?: string) => scene.as((context) => listFigurePostings(context, {
      bookId: scene.bookId, form: 'balance-sheet', month, line: 1, column: 'closing', limit: 3, ...(after === undefined ? {} : { after }),
    }))
    const seen: string[] = []
    for (let page = await ask(); ; page = await ask(page.next ?? '')) {
      seen.push(...page.items.map(({ journalId, seq }) => `${journalId}-${seq}`))
      if (page.next === null) break
    }
    expect([seen.length, new Set(seen).size]).toEqual([9, 9])
  })
  test('a line or column that is not on the form is refused', async () => {
    const ask = (line: number, column: StatementColumn) => scene.as((context) =>
      listFigurePostings(context, { bookId: scene.bookId, form: 'balance-sheet', month, line, column, limit: 20 }))
    await expect(ask(999, 'closing')).rejects.toMatchObject({ code: 'NO_SUCH_FIGURE' })
    await expect(ask(1, 'month')).rejects.toMatchObject({ code: 'NO_SUCH_FIGURE' })
  })
})

describe('books of account', () => {
  test('the 科目余额表 foots: debit is credit before, in and after the month', async () => {
    const { totals, rows } = await scene.as((context) => getTrialBalance(context, { bookId: scene.bookId, month }))
    expect([totals.openingDebitFen, totals.debitFen, totals.yearDebitFen, totals.closingDebitFen])
      .toEqual([totals.openingCreditFen, totals.creditFen, totals.yearCreditFen, totals.closingCreditFen])
    for (const row of rows) expect(row.openingFen + row.debitFen - row.creditFen).toBe(row.closingFen)
    expect(rows.find(({ code }) => code === '1002')).toMatchObject({ openingFen: 580000, debitFen: 200000, creditFen: 92000, yearDebitFen: 300000 })
  })
  test('what was brought in is an opening balance, not a turnover', async () => {
    const { rows } = await scene.as((context) => getTrialBalance(context, { bookId: scene.bookId, month: 202601 }))
    expect(rows.find(({ code }) => code === '1002')).toMatchObject({ openingFen: 500000, debitFen: 100000, creditFen: 20000, closingFen: 580000 })
  })
  test('it is the same before postings are folded, after, and with some on either side', async () => {
    const ask = () => scene.as((context) => getTrialBalance(context, { bookId: scene.bookId, month }))
    const before = await ask()
    await city.settled()
    for (const limit of [5, 50]) {
      expect(await asWorker(city, (run) => run((context) => foldPostings(context, limit)))).toBeGreaterThan(4)
      expect(await ask()).toEqual(before)
    }
  })
  test('the 总账 goes month by month from the opening to the closing balance', async () => {
    const ledger = await scene.as((context) => getGeneralLedger(context, { bookId: scene.bookId, year: 2026, accountId: scene.accounts.get('1002') }))
    expect(ledger.accounts).toEqual([{
      accountId: scene.accounts.get('1002'), code: '1002', name: '银行存款', side: 'debit', openingFen: 500000, months: [
        { month: 202601, debitFen: 100000, creditFen: 20000, balanceFen: 580000 }, { month: 202602, debitFen: 200000, creditFen: 92000, balanceFen: 688000 }],
    }])
  })
  test('the 明细账 shows what an account held after each line, also over the turn of a page', async () => {
    const ask = (limit: number, after?: string) => scene.as((context) => listDetails(context, {
      bookId: scene.bookId, accountId: scene.accounts.get('1002') ?? '', fromMonth: 202602, untilMonth: 202602, limit,
      ...(after === undefined ? {} : { after }),
    }))
    const whole = await ask(20)
    expect([whole.openingFen, whole.closingFen]).toEqual([580000, 688000])
    expect(whole.items.map(({ balanceFen }) => balanceFen)).toEqual([780000, 720000, 690000, 688000])
    const first = await ask(3)
    expect((await ask(3, first.next ?? '')).items).toEqual(whole.items.slice(3))
  })
})
