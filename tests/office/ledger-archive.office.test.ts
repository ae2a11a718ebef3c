import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeArchive } from '#modules/ledger/commands/archives/make-archive.ts'
import { closePeriod } from '#modules/ledger/commands/periods/close-period.ts'
import { bookVoucher, cost, gift, line, openSampleBooks, type SampleBooks } from '#modules/ledger/commands/steps/sample-books.ts'
import { openArchive } from '#modules/ledger/exchange/archives/open-archive.ts'
import { ledgerModule } from '#modules/ledger/module.ts'
import { listArchives } from '#modules/ledger/queries/archives/list-archives.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { poppler, textOfPages } from './rendered-pages.ts'

let city: TestCity
let books: SampleBooks
beforeAll(async () => {
  city = await openTestCity()
  books = await openSampleBooks(city)
}, 120_000)
afterAll(() => city.close())

describe('the archive of a month', { timeout: 600_000 }, () => {
  test('is pages numbered through: vouchers on half a page each, books on lying ones, with fonts of their own', async () => {
    for (let at = 1; at <= 3; at++) await bookVoucher(city, books, gift(books, books.schooling, 12_345 * at))
    await bookVoucher(city, books, cost(books, books.schooling, -100))
    const many = Array.from({ length: 24 }, (_, at) => line(books.account('5101'), at + 1, books.free))
    await bookVoucher(city, books, [...many, line(books.account('1002'), -300)])
    await city.as('许会计', (context) => closePeriod(context, { bookId: books.bookId, month: 202603, version: 1 }))
    const { id } = await city.as('许会计', (context) => makeArchive(context, { bookId: books.bookId, month: 202603 }))
    await runJobsInline(city, [ledgerModule])
    const { items: [archive] } = await city.as('许会计', (context) => listArchives(context, { bookId: books.bookId }))
    expect(archive?.status).toBe('ready')
    let next = 1
    for (const { seq, title, firstPage, pageCount } of archive?.parts ?? []) {
      const pdf = await fileOf(id, seq)
      const pages = textOfPages(pdf)
      expect([title, firstPage, pageCount]).toEqual([title, next, pages.length])
      for (const page of pages) expect(page.at(-1)?.replace(/\s/g, '')).toBe(`${title}第${next++}页`.replace(/\s/g, ''))
      expect(poppler('pdfinfo', pdf)).toMatch(title.startsWith('记账凭证') ? /Page size: +59\d\.\d+ x 419/ : /Page size: +84[12](\.\d+)? x 595/)
    }
    const vouchers = textOfPages(await fileOf(id, 1)).map((page) => page.join('\n'))
    expect(vouchers[0]).toContain('记字第 1 号')
    expect(vouchers[0]).toContain('123.45')
    expect(vouchers.filter((page) => page.includes('记字第')).length).toBe(6)
    expect(vouchers.some((page) => page.includes('-1.00'))).toBe(true)
    const trial = textOfPages(await fileOf(id, 2)).join('\n')
    expect(trial).toContain('合计')
    if (process.env['XINHUO_PHOTOS'] !== undefined) await keep(archive?.parts.map(({ seq }) => seq) ?? [], id)
  })
  test('is one .zip of these files', async () => {
    const { items: [archive] } = await city.as('许会计', (context) => listArchives(context, { bookId: books.bookId }))
    const zip = await fileOf(archive?.id ?? '')
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    expect(zip.toString('utf8').match(/\d{3}-[^/]*?\.pdf/g)?.length).toBeGreaterThanOrEqual((archive?.parts.length ?? 0) * 2)
  })
})

async function fileOf(id: string, seq?: number): Promise<Buffer> {
  return city.as('许会计', async (context) => {
    const { body } = await openArchive.run(context, { id, seq } as never)
    const parts: Uint8Array[] = []
    for await (const part of body) parts.push(part)
    return Buffer.concat(parts)
  })
}

/** Whoever wants to look names a folder. */
async function keep(seqs: readonly number[], id: string): Promise<void> {
  const { writeFile } = await import('node:fs/promises')
  for (const seq of seqs) await writeFile(`${process.env['XINHUO_PHOTOS']}/archive-${seq}.pdf`, await fileOf(id, seq))
}
