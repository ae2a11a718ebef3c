// For tests: a set of books as the foundation of the test city keeps it, and lines as one says them.
import type { TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { listAccounts } from '../../queries/books/list-accounts.ts'
import type { Line } from '../../rules/dimensions.ts'
import { addFund } from '../books/add-fund.ts'
import { openBook } from '../books/open-book.ts'
import { draftVoucher } from '../vouchers/draft-voucher.ts'
import { postVoucher } from '../vouchers/post-voucher.ts'
import { reviewVoucher } from '../vouchers/review-voucher.ts'
import { submitVoucher } from '../vouchers/submit-voucher.ts'

/** Books from March 2026 with accounts by number, a free fund and two restricted ones. */
export type SampleBooks = {
  bookId: string
  account(code: string): string
  free: string
  schooling: string
  later: string
}

/** Opens the books of the foundation. */
export async function openSampleBooks(city: TestCity, { name = '基金会账套', unit = '9901', startsMonth = 202603,
  by = '许会计' as PersonName } = {}): Promise<SampleBooks> {
  const { id: bookId } = await city.as(by, (context) => openBook(context, { unit, name, holderKind: 'charity', standard: '2004', startsMonth }))
  const { items } = await city.as(by, (context) => listAccounts(context, { bookId }))
  const fund = async (code: string, more: { restriction: 'none' | 'time' | 'purpose'; purpose?: string; usableFrom?: string }) =>
    (await city.as(by, (context) => addFund(context, { bookId, code, name: `资金${code}`, ...more }))).id
  return {
    bookId,
    account: (code) => items.find((item) => item.code === code)?.id ?? '',
    free: await fund('01', { restriction: 'none' }),
    schooling: await fund('02', { restriction: 'purpose', purpose: '助学' }),
    later: await fund('03', { restriction: 'time', usableFrom: '2026-06-01' }),
  }
}

/** A line: debit positive, credit negative, in fen. */
export const line = (accountId: string, amountFen: number, fundId: string | null = null): Line => ({
  memo: '试', accountId, side: amountFen > 0 ? 'debit' : 'credit', amountFen, fundId, projectId: null, projectLabel: null, costClass: null, flowItem: null,
})

/** A gift into a fund. */
export const gift = (books: SampleBooks, fundId: string, fen: number): Line[] => [line(books.account('1002'), fen), line(books.account('4101'), -fen, fundId)]
/** A cost out of a fund. */
export const cost = (books: SampleBooks, fundId: string, fen: number): Line[] => [line(books.account('5101'), fen, fundId), line(books.account('1002'), -fen)]

/** Lines as they are typed into a voucher. */
export const typed = (lines: readonly Line[]) => lines.map(({ memo, accountId, side, amountFen, fundId }) => ({
  memo, accountId, side, amount: side === 'debit' ? amountFen : -amountFen, ...fundId === null ? {} : { fundId },
}))

/** Takes a voucher from 制单 to 记账 by three people; the number it got. */
export async function bookVoucher(city: TestCity, books: SampleBooks, lines: readonly Line[], datedOn = '2026-03-10') {
  const { id } = await city.as('许会计', (context) => draftVoucher(context, { bookId: books.bookId, datedOn, paperCount: 1, kind: 'ordinary',
    lines: typed(lines) }))
  return passVoucher(city, id)
}

/** Takes a draft to 记账 by three people. */
export async function passVoucher(city: TestCity, id: string, version = 1) {
  await city.as('许会计', (context) => submitVoucher(context, { id, version }))
  await city.as('吕会计', (context) => reviewVoucher(context, { id, version: version + 1 }))
  return city.as('何会计', (context) => postVoucher(context, { id, version: version + 2 }))
}
