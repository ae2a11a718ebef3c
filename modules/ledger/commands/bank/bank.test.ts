import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getReconciliation } from '../../queries/bank/get-reconciliation.ts'
import { listBankAccounts } from '../../queries/bank/list-bank-accounts.ts'
import { listBankLines } from '../../queries/bank/list-bank-lines.ts'
import { listBankStatements } from '../../queries/bank/list-bank-statements.ts'
import { listOpenPostings } from '../../queries/bank/list-open-postings.ts'
import { openBooks, type BooksScene } from '../../queries/testing/books-scene.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { walkInvariants } from '#platform/jobs/invariants.ts'
import { bankInvariants } from '../../queries/invariants/of-banks.ts'
import { getImportProgress } from '../../queries/bank/get-import-progress.ts'
import { importProgressOf } from '../../queries/bank/import-progress.ts'
import { addAccount } from '../books/add-account.ts'
import { postJournals } from '../steps/post-journals.ts'
import { confirmCashDay } from './confirm-cash-day.ts'
import { countCashDay } from './count-cash-day.ts'
import { importBankStatement } from './import-bank-statement.ts'
import { matchBankLines } from './match-bank-lines.ts'
import { unmatchBankLines } from './unmatch-bank-lines.ts'
import { withdrawBankStatement } from './withdraw-bank-statement.ts'

let city: TestCity
let scene: BooksScene
let account: { bookId: string; accountId: string }
let cash: { bookId: string; accountId: string }
beforeAll(async () => {
  city = await openTestCity()
  scene = await openBooks(city)
  await scene.openMonth(202602)
  await scene.openMonth(202603)
  account = { bookId: scene.bookId, accountId: scene.accounts.get('1002') ?? '' }
  cash = { bookId: scene.bookId, accountId: scene.accounts.get('1001') ?? '' }
}, 120_000)
afterAll(() => city.close())

const heading = '交易日期,借方发生额,贷方发生额,余额,对方户名,摘要'
const csv = (rows: readonly string[], name = '流水.csv', head = heading) => new File([[head, ...rows].join('\n')], name)
const bring = (file: File, more: { mapping?: Record<string, number>; accountId?: string } = {}) =>
  scene.as((context) => importBankStatement(context, { ...account, file, ...more }))
const openLines = async () => (await scene.as((context) => listBankLines(context, { ...account, state: 'open', limit: 200 }))).items
const openPostings = async () => (await scene.as((context) => listOpenPostings(context, { ...account, limit: 200 }))).items
const blank = { memo: '捐赠', fundId: null, projectId: null, projectLabel: null, costClass: null, flowItem: null }
const gift = (on: string, yuan: number, memo = '捐赠') => scene.post(on, [{ code: '1002', debit: yuan, memo }, { code: '4101', credit: yuan }])

describe('a statement file of a bank', () => {
  test('is taken in once, its lines matched by rules, the rest waits in the queue', async () => {
    await gift('2026-01-05', 100, '光明公司捐赠')
    await gift('2026-01-20', 300)
    const file = csv(['2026-01-06,,100.00,100.00,光明公司,转账', '2026-01-25,5.00,,95.00,,手续费'])
    expect(await bring(file)).toMatchObject({ lineCount: 2, matched: 1 })
    expect((await openLines()).map(({ amountFen, summary }) => [amountFen, summary])).toEqual([[-500, '手续费']])
    expect((await openPostings()).map(({ amountFen }) => amountFen)).toEqual([30000])
    await expect(bring(file)).rejects.toMatchObject({ code: 'FILE_BEFORE' })
    await expect(bring(csv(['2026-01-25,5.00,,95.00,,手续费', '2026-01-26,,1.00,96.00,,利息']))).rejects.toMatchObject({ code: 'LINES_BEFORE', data: { count: 1 } })
  })
  test('the 调节表 of the month explains the difference of the two balances by what only one side has', async () => {
    const table = await scene.as((context) => getReconciliation(context, { ...account, month: 202601 }))
    expect([table.bookFen, table.bankFen]).toEqual([40000, 9500])
    expect([table.bankOut.map(({ amountFen }) => amountFen), table.bookIn.map(({ amountFen }) => amountFen)]).toEqual([[-500], [30000]])
    expect([table.adjustedBookFen, table.adjustedBankFen]).toEqual([39500, 39500])
  })
  test('the table of a month stays what it was when the money is found the month after', async () => {
    expect(await bring(csv(['2026-02-02,,300.00,395.00,,转账'], '二月.csv'))).toMatchObject({ matched: 0 })
    const [line] = (await openLines()).filter(({ amountFen }) => amountFen === 30000)
    const [posting] = await openPostings()
    await scene.as((context) => matchBankLines(context, {
      ...account, lineIds: [line?.id ?? ''], postings: [{ journalId: posting?.journalId ?? '', seq: posting?.seq ?? 0 }],
    }))
    const [january, february] = await Promise.all([202601, 202602].map((month) => scene.as((context) => getReconciliation(context, { ...account, month }))))
    expect(january?.bookIn.map(({ amountFen }) => amountFen)).toEqual([30000])
    expect([february?.bookIn, february?.adjustedBookFen, february?.adjustedBankFen]).toEqual([[], 39500, 39500])
  })
  test('with another order of columns is refused until somebody maps it; the mapping is remembered', async () => {
    const head = '日期,对方,变动,结余'
    const file = csv(['2026-03-02,李女士,+12.00,407.00'].map((row) => row.replace('+', '')), '三月.csv', head)
    await expect(bring(file)).rejects.toMatchObject({ code: 'LAYOUT_CHANGED', data: { headings: ['日期', '对方', '变动', '结余'] } })
    await expect(bring(file, { mapping: { day: 0 } })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await bring(file, { mapping: { day: 0, counterparty: 1, amount: 2, balance: 3 } })).toMatchObject({ lineCount: 1 })
    expect(await bring(csv(['2026-03-03,王先生,-2.00,405.00'], '三月二.csv', head))).toMatchObject({ lineCount: 1 })
    expect((await openLines()).filter(({ bookedOn }) => bookedOn === '2026-03-03')).toMatchObject([{ amountFen: -200, counterparty: '王先生' }])
  })
  test('of an unknown layout is refused where none was remembered, and for an account that is no bank', async () => {
    const other = scene.accounts.get('1009') ?? ''
    await expect(bring(csv(['2026-03-02,12'], 'x.csv', '时候,钱'), { accountId: other })).rejects.toMatchObject({ code: 'LAYOUT_UNKNOWN' })
    await expect(bring(csv([]), { accountId: scene.accounts.get('4101') ?? '' })).rejects.toMatchObject({ code: 'NOT_BANK' })
  })
  test('with a row that cannot be read is not taken in at all; each such row is named', async () => {
    const other = scene.accounts.get('1009') ?? ''
    const file = csv(['2026-03-02,,１２．５０,1,,', '2026-03-03,,1.005,1,,', '2026-13-03,,1.00,1,,'], 'bad.csv')
    await expect(bring(file, { accountId: other })).rejects.toMatchObject({
      code: 'LINES_UNREADABLE', data: { count: 3, problems: [
        { row: 2, message: expect.stringContaining('全角数字') }, { row: 3, message: expect.stringContaining('两位小数') },
        { row: 4, message: expect.stringContaining('日期') },
      ] },
    })
    const { items } = await scene.as((context) => listBankAccounts(context, { bookId: scene.bookId }))
    expect(items.find(({ id }) => id === other)).toMatchObject({ openLines: 0, statementUntil: null })
  })
})

describe('a long statement file', () => {
  test('of ten thousand lines comes in with its matches, and tells on the way how far it is', { timeout: 120_000 }, async () => {
    const below = { bookId: scene.bookId, parentId: scene.accounts.get('1009') ?? '', code: '100901', name: '专户' }
    const long = await scene.as((context) => addAccount(context, below))
    scene.accounts.set('100901', long.id)
    await city.owner.query(`update ledger.accounts set duty = 'bank' where id = $1`, [long.id])
    const gifts = Array.from({ length: 200 }, (_, at) => ({
      key: `long:${at}`, datedOn: '2026-03-10', memo: `捐赠人${at}`, source: 'test', lines: [
        { ...blank, accountId: long.id, side: 'debit' as const, amountFen: 1_000_000 + at },
        { ...blank, accountId: scene.accounts.get('4101') ?? '', side: 'credit' as const, amountFen: -1_000_000 - at }],
    }))
    await scene.as((context) => postJournals(context, { bookId: scene.bookId, requests: gifts }))
    const rows = Array.from({ length: 10_000 }, (_, at) => `2026-03-1${at % 3},,${((1_000_000 + at) / 100).toFixed(2)},${at + 1}.00,,收入${at}`)
    const seen = new Set<string>()
    const watch = setInterval(() => {
      const now = importProgressOf(city.cityId, long.id)
      if (now !== null) seen.add(`${now.step} ${now.total}`)
    }, 1)
    expect(await bring(csv(rows, '长.csv'), { accountId: long.id })).toMatchObject({ lineCount: 10_000, matched: 200 })
    clearInterval(watch)
    expect([...seen]).toEqual(expect.arrayContaining(['reading 0', 'writing 10000', 'matching 10000']))
    expect(await scene.as((context) => getImportProgress(context, { bookId: scene.bookId, accountId: long.id }))).toEqual({ progress: null })
  })
  test('is matched within the days the city says', async () => {
    await city.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source) values ($1, 'ledger.bank-matching-days', '2026-03-01', '0',
      '市基金会')`, [city.cityId])
    await scene.post('2026-03-14', [{ code: '100901', debit: 77.07 }, { code: '4101', credit: 77.07 }])
    const accountId = scene.accounts.get('100901') ?? ''
    expect(await bring(csv(['2026-03-15,,77.07,1077.07,,转账'], '晚一天.csv'), { accountId })).toMatchObject({ matched: 0 })
    await city.owner.query(`update platform.settings set value = '1' where name = 'ledger.bank-matching-days'`)
    expect(await scene.as((context) => matchBankLines(context, { bookId: scene.bookId, accountId }))).toEqual({ matched: 1 })
    await city.owner.query(`delete from platform.settings where name = 'ledger.bank-matching-days'`)
  })
})

describe('matching by hand', () => {
  const choose = (lineIds: string[], postings: { journalId: string; seq: number }[]) =>
    scene.as((context) => matchBankLines(context, { ...account, lineIds, postings }))

  test('takes several lines for one posting, refuses unequal sums, and can be taken back', async () => {
    await scene.post('2026-03-20', [{ code: '1002', debit: 10 }, { code: '4101', credit: 10 }])
    const [posting] = (await openPostings()).filter(({ amountFen }) => amountFen === 1000)
    const lines = (await openLines()).filter(({ bookedOn }) => bookedOn.startsWith('2026-03'))
    const ours = [{ journalId: posting?.journalId ?? '', seq: posting?.seq ?? 0 }]
    await expect(choose([lines[0]?.id ?? ''], ours)).rejects.toMatchObject({ code: 'UNEQUAL', data: { linesFen: 1200, postingsFen: 1000 } })
    await expect(choose([], ours)).rejects.toMatchObject({ code: 'NOTHING_CHOSEN' })
    expect(await choose(lines.map(({ id }) => id), ours)).toEqual({ matched: 2 })
    await expect(choose(lines.map(({ id }) => id), ours)).rejects.toMatchObject({ code: 'MATCHED_BEFORE' })
    const matched = await scene.as((context) => listBankLines(context, { ...account, state: 'matched', limit: 200 }))
    const matchId = matched.items.find(({ id }) => id === lines[0]?.id)?.matchId ?? ''
    await scene.as((context) => unmatchBankLines(context, { id: matchId }))
    expect((await openLines()).filter(({ bookedOn }) => bookedOn.startsWith('2026-03')).length).toBe(2)
  })
  test('a cashier may bring files in but not match', async () => {
    await expect(scene.as((context) => matchBankLines(context, account), '张出纳')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the cash book', () => {
  const count = (counted: number, reason?: string) => scene.as((context) => countCashDay(context, { ...cash, countedOn: '2026-03-05', counted, reason }), '张出纳')
  const confirm = (version: number) => scene.as((context) => confirmCashDay(context, { ...cash, countedOn: '2026-03-05', version }))

  test('a difference is explained; the cashier counts and the accountant confirms, once, and only what the books still say', async () => {
    await scene.post('2026-03-04', [{ code: '1001', debit: 50 }, { code: '1002', credit: 50 }])
    await expect(count(4900)).rejects.toMatchObject({ code: 'DIFFERENCE_UNEXPLAINED', data: { bookFen: 5000, countedFen: 4900 } })
    expect(await count(4900, '少一元，待查')).toMatchObject({ countedName: '张出纳', confirmedName: null, version: 1 })
    await expect(scene.as((context) => confirmCashDay(context, { ...cash, countedOn: '2026-03-05', version: 1 }), '张出纳'))
      .rejects.toMatchObject({ code: 'FORBIDDEN' })
    await scene.post('2026-03-05', [{ code: '1001', debit: 1 }, { code: '1002', credit: 1 }])
    await expect(confirm(1)).rejects.toMatchObject({ code: 'BOOK_MOVED', data: { bookFen: 5100 } })
    expect(await count(5100)).toMatchObject({ version: 2, reason: null })
    await expect(confirm(1)).rejects.toMatchObject({ code: 'STALE' })
    expect(await confirm(2)).toMatchObject({ confirmedName: '许会计' })
    await expect(confirm(3)).rejects.toMatchObject({ code: 'DAY_CONFIRMED' })
    await expect(count(5100)).rejects.toMatchObject({ code: 'DAY_CONFIRMED' })
  })
  test('a day to come is not counted, and a bank is no till', async () => {
    const of = (more: object) => scene.as((context) => countCashDay(context, { ...cash, countedOn: '2026-03-05', counted: 0, ...more }), '张出纳')
    await expect(of({ countedOn: '2026-12-31' })).rejects.toMatchObject({ code: 'DAY_AHEAD' })
    await expect(of({ accountId: account.accountId })).rejects.toMatchObject({ code: 'NOT_CASH' })
  })
})

describe('a statement file that came in wrongly', () => {
  const withdraw = (id: string, by: PersonName = '许会计') =>
    city.as(by, (context) => withdrawBankStatement(context, { id, reason: '收入和支出两列选反了' }))
  const files = async () => (await scene.as((context) => listBankStatements(context, account))).items
  test('is taken back with its lines and what they were matched with; the same file may come in anew, its columns said anew', async () => {
    await gift('2026-03-06', 77, '岳先生捐赠')
    const before = [(await openLines()).length, (await openPostings()).length]
    const file = csv(['2026-03-06,岳先生,77.00,482.00', '2026-03-07,银行,-1.37,480.63'], '选反了.csv', '日期,对方,变动,结余')
    const { id } = await bring(file)
    expect((await files())[0]).toMatchObject({ id, fileName: '选反了.csv', lineCount: 2, matchedCount: 1, withdrawn: null })
    await expect(withdraw(id, '张出纳')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await withdraw(id)
    expect([(await openLines()).length, (await openPostings()).length]).toEqual(before)
    expect((await files())[0]).toMatchObject({ id, lineCount: 2, matchedCount: 0, withdrawn: { on: '2026-03-16', name: '许会计', reason: '收入和支出两列选反了' } })
    await expect(withdraw(id)).rejects.toMatchObject({ code: 'STATEMENT_WITHDRAWN' })
    await expect(bring(file)).rejects.toMatchObject({ code: 'LAYOUT_UNKNOWN' })
    expect(await bring(file, { mapping: { day: 0, counterparty: 1, amount: 2, balance: 3 } })).toMatchObject({ lineCount: 2, matched: 1 })
    expect((await city.as('许会计', (context) => walkInvariants(context, bankInvariants))).broken).toEqual([])
  })
  test('says what the bank had at the end of a day by the file that came in later, however short it is', async () => {
    await bring(csv(['2026-03-08,甲,1.00,482.00', '2026-03-08,乙,1.00,483.00', '2026-03-08,丙,1.00,484.00'], '上午.csv', '日期,对方,变动,结余'))
    city.clock.moveTo('2026-03-16T15:00:00+08:00')
    await bring(csv(['2026-03-08,丁,1.00,485.00'], '下午.csv', '日期,对方,变动,结余'))
    expect((await scene.as((context) => getReconciliation(context, { ...account, month: 202603 }))).bankFen).toBe(48500)
  })
})
