import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { makeArchivePart } from '../../jobs/make-archive-part.ts'
import { listArchives } from '../../queries/archives/list-archives.ts'
import { closePeriod } from '../periods/close-period.ts'
import { bookVoucher, gift, openSampleBooks, type SampleBooks } from '../steps/sample-books.ts'
import { makeArchive } from './make-archive.ts'

let city: TestCity
let books: SampleBooks
beforeAll(async () => {
  city = await openTestCity()
  books = await openSampleBooks(city)
  await bookVoucher(city, books, gift(books, books.schooling, 12_345))
}, 120_000)
afterAll(() => { vi.unstubAllEnvs(); return city.close() })

const make = (month = 202603) => city.as('许会计', (context) => makeArchive(context, { bookId: books.bookId, month }))
const list = () => city.as('许会计', (context) => listArchives(context, { bookId: books.bookId }))

test('only a closed month is archived, and once at a time', async () => {
  await expect(make()).rejects.toMatchObject({ code: 'MONTH_OPEN' })
  await expect(make(202604)).rejects.toMatchObject({ code: 'MONTH_OPEN' })
  await city.as('许会计', (context) => closePeriod(context, { bookId: books.bookId, month: 202603, version: 1 }))
  await make()
  await expect(make()).rejects.toMatchObject({ code: 'IN_THE_MAKING' })
  await expect(city.as('张出纳', (context) => makeArchive(context, { bookId: books.bookId, month: 202603 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { items, closedMonths } = await list()
  expect(closedMonths).toEqual([202603])
  expect(items[0]).toMatchObject({ month: 202603, status: 'making', madeName: '许会计' })
  expect(items[0]?.parts.map(({ title }) => title)).toEqual(['记账凭证1至1号', '科目余额表', '总账', '明细账1002至4101'])
})

test('a server that cannot draw pages says so, and the archive can be asked for again', async () => {
  vi.stubEnv('PATH', '')
  await runJobsInline(city, [{ jobs: [makeArchivePart] }])
  expect((await list()).items[0]).toMatchObject({ status: 'failed', failure: expect.stringContaining('LibreOffice') as string })
  await make()
  expect((await list()).items[0]).toMatchObject({ status: 'making' })
})
