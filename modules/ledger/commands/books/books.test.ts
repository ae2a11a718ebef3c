import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { expireCommitments } from '../../jobs/expire-commitments.ts'
import { ledgerModule } from '../../module.ts'
import { getBook } from '../../queries/books/get-book.ts'
import { listAccounts } from '../../queries/books/list-accounts.ts'
import { listAuditors } from '../../queries/books/list-auditors.ts'
import { listBooks } from '../../queries/books/list-books.ts'
import { listCommitments } from '../../queries/books/list-commitments.ts'
import { listFunds } from '../../queries/books/list-funds.ts'
import { listStandards } from '../../queries/books/list-standards.ts'
import { postJournal } from '../steps/post-journals.ts'
import { gift, openSampleBooks, type SampleBooks } from '../steps/sample-books.ts'
import { addAccount } from './add-account.ts'
import { addFund } from './add-fund.ts'
import { grantAuditor } from './grant-auditor.ts'
import { openBook } from './open-book.ts'
import { releaseCommitment } from './release-commitment.ts'
import { reserveCommitment } from './reserve-commitment.ts'
import { revokeAuditor } from './revoke-auditor.ts'
import { updateAccount } from './update-account.ts'
import { updateBook } from './update-book.ts'
import { updateFund } from './update-fund.ts'

describe('a set of books', () => {
  let city: TestCity
  let books: SampleBooks
  beforeAll(async () => {
    city = await openTestCity()
    books = await openSampleBooks(city)
    await city.as('许会计', (context) => postJournal(context, {
      bookId: books.bookId, key: 'first', datedOn: '2026-03-02', memo: '捐赠', lines: gift(books, books.schooling, 100_000), source: 'test',
    }))
  })
  afterAll(() => city.close())

  const nightly = () => ledgerModule.jobs.find(({ name }) => name === 'verify-ledger')!
  const refused = async (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code)
  const open = (by: PersonName, unit: string, name = '县账套') =>
    city.as(by, (context) => openBook(context, { unit, name, holderKind: 'committee', standard: '2004', startsMonth: 202601 }))

  it('begins with a copy of the published chart and its first month', async () => {
    expect((await city.as('许会计', (context) => listStandards(context))).items.map(({ code }) => code)).toEqual(['2004'])
    const { items } = await city.as('许会计', (context) => listAccounts(context, { bookId: books.bookId }))
    expect(items).toHaveLength(48)
    expect(items.find(({ code }) => code === '1002')).toMatchObject({ name: '银行存款', initials: 'yhck', kind: 'asset', side: 'debit', duty: 'bank',
      isLeaf: true })
    expect(await city.as('许会计', (context) => getBook(context, { id: books.bookId }))).toMatchObject({ openMonth: 202603, startsMonth: 202603, version: 1 })
  })

  it('is opened for a unit of the own range, once under a name', async () => {
    expect(await refused(open('曹会计', '9901'))).toBe('NOT_FOUND')
    expect(await refused(open('吕会计', '9901'))).toBe('FORBIDDEN')
    const { id } = await open('曹会计', '9901001')
    expect(await refused(open('曹会计', '9901001'))).toBe('SAME_NAME')
    expect((await city.as('曹会计', (context) => listBooks(context))).items.map((row) => row.id)).toEqual([id])
    expect((await city.as('许会计', (context) => listBooks(context))).items).toHaveLength(2)
    await city.as('曹会计', (context) => updateBook(context, { id, version: 1, name: '甲区账套', holderKind: 'committee' }))
    const [named] = (await city.as('曹会计', (context) => listBooks(context))).items
    expect(named).toMatchObject({ name: '甲区账套', holderName: null })
    await city.as('曹会计', (context) => updateBook(context, { id, version: 2, name: '甲区账套', holderKind: 'committee', holderName: '甲区关工委' }))
    expect((await city.as('曹会计', (context) => listBooks(context))).items[0]).toMatchObject({ holderName: '甲区关工委' })
    expect(await refused(city.as('曹会计', (context) => updateBook(context, { id, version: 1, name: '乙', holderKind: 'committee' })))).toBe('STALE')
  })

  it('gets accounts below others that were not used, and those then only add up', async () => {
    const add = (parent: string, code: string) => city.as('许会计', (context) =>
      addAccount(context, { bookId: books.bookId, parentId: books.account(parent), code, name: '零余额户' }))
    expect(await refused(add('1002', '100201'))).toBe('ACCOUNT_USED')
    expect(await refused(add('1009', '1002'))).toBe('CODE_NOT_BELOW')
    const added = await add('1009', '100901')
    expect(added).toMatchObject({ kind: 'asset', duty: 'bank', initials: 'lyeh', parentId: books.account('1009') })
    expect(await refused(add('1009', '100901'))).toBe('SAME_CODE')
    expect(await refused(city.as('许会计', (context) => updateAccount(context, {
      bookId: books.bookId, id: books.account('1002'), version: 1, name: '银行存款', isClosed: true,
    })))).toBe('ACCOUNT_NOT_EMPTY')
  })

  it('has funds whose restriction is said in full, and which close only empty', async () => {
    const add = (more: object) => city.as('许会计', (context) => addFund(context, { bookId: books.bookId, code: '09', name: '助学', restriction: 'none', ...more }))
    expect(await refused(add({ restriction: 'purpose' }))).toBe('INVALID_INPUT')
    expect(await refused(add({ purpose: '助学' }))).toBe('INVALID_INPUT')
    expect(await refused(add({ code: '02' }))).toBe('SAME_CODE')
    expect(await refused(city.as('许会计', (context) => updateFund(context, {
      bookId: books.bookId, id: books.schooling, version: 1, name: '助学', isClosed: true,
    })))).toBe('FUND_NOT_EMPTY')
  })

  it('promises money of restricted funds, and frees it by hand or when its day has passed', async () => {
    const reserve = (fundId: string, more: object = {}, by: PersonName = '许会计') => city.as(by, (context) =>
      reserveCommitment(context, { bookId: books.bookId, fundId, label: '春季助学', amount: 40_000, ...more }))
    expect(await refused(reserve(books.free))).toBe('FUND_UNRESTRICTED')
    expect(await refused(reserve(books.schooling, { expiresOn: '2026-03-15' }))).toBe('INVALID_INPUT')
    expect(await refused(reserve(books.schooling, {}, '张出纳'))).toBe('FORBIDDEN')
    const held = await reserve(books.schooling)
    const freed = await city.as('施理事长', (context) => releaseCommitment(context, { bookId: books.bookId, id: held.id, version: 1, reason: '项目取消' }))
    expect(freed).toMatchObject({ status: 'released', endedOn: '2026-03-16' })
    expect(await refused(city.as('施理事长', (context) => releaseCommitment(context, {
      bookId: books.bookId, id: held.id, version: 2, reason: '项目取消',
    })))).toBe('COMMITMENT_RELEASED')
    await reserve(books.schooling, { expiresOn: '2026-03-16' })
    city.clock.moveTo('2026-03-17T09:00:00+08:00')
    await runScheduledJob(city, expireCommitments)
    await runScheduledJob(city, expireCommitments)
    const { items } = await city.as('张出纳', (context) => listCommitments(context, { bookId: books.bookId, fundId: books.schooling }))
    expect(items.map(({ status }) => status).toSorted()).toEqual(['expired', 'released'])
    const funds = (await city.as('张出纳', (context) => listFunds(context, { bookId: books.bookId }))).items
    expect(funds.find(({ id }) => id === books.schooling)).toMatchObject({ balanceFen: 100_000, reservedFen: 0 })
    city.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('is opened to an outside auditor by the head, one set and until a day, and to nobody else', async () => {
    const auditors = () => city.as('施理事长', (context) => listAuditors(context, { bookId: books.bookId }))
    const [candidate] = (await auditors()).candidates
    expect(candidate?.personName).toBe('孔会计师')
    const grant = (more: object = {}, by: PersonName = '施理事长') => city.as(by, (context) => grantAuditor(context, {
      bookId: books.bookId, accountId: candidate?.accountId ?? '', untilOn: '2026-04-30', reason: '2025年度审计', ...more,
    }))
    const seen = async () => (await city.as('孔会计师', (context) => listBooks(context))).items.map(({ name }) => name)
    expect(await seen()).toEqual([])
    expect(await refused(grant({}, '许会计'))).toBe('FORBIDDEN')
    expect(await refused(grant({ untilOn: '2027-12-31' }))).toBe('GRANT_TOO_LONG')
    expect(await refused(grant({ accountId: await city.accountId('陈主任') }))).toBe('NOT_AN_AUDITOR')
    const { id } = await grant()
    expect(await seen()).toEqual(['基金会账套'])
    expect(await city.as('孔会计师', (context) => getBook(context, { id: books.bookId }))).toMatchObject({
      may: { manage: false, grant: false, make: false, review: false, post: false, close: false, reopen: false, reserve: false, attach: false },
    })
    city.clock.moveTo('2026-05-01T09:00:00+08:00')
    expect(await seen()).toEqual([])
    city.clock.moveTo('2026-03-16T09:00:00+08:00')
    await city.as('施理事长', (context) => revokeAuditor(context, { bookId: books.bookId, id }))
    expect(await seen()).toEqual([])
    expect((await auditors()).items).toMatchObject([{ personName: '孔会计师', isRevoked: true }])
  })

  it('is looked over each night, and a broken one is shown', async () => {
    await runScheduledJob(city, nightly())
    await city.owner.query('update ledger.fund_balances set balance_fen = balance_fen + 1 where fund_id = $1', [books.schooling])
    await expect(runScheduledJob(city, nightly())).rejects.toThrow('fund-agrees-with-postings')
  })
})
