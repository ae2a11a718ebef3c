import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { nextMonth } from '../../rules/months.ts'
import { client, queries, type ReadBook, type ShownVoucher } from '../api.ts'
import { BookWays, WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { VoucherTag } from './VoucherTag.tsx'
import { voucherWords } from './words.ts'
import '../ledger.css'

/** Vouchers of a set of books; what waits for review or posting is a filter in the address. */
export default function VoucherListPage() {
  return <WithBook>{book => <VoucherList book={book} />}</WithBook>
}

function VoucherList({ book }: { book: ReadBook }) {
  const texts = useWords(words)
  const own = useWords(voucherWords)
  const columns: RecordColumn<ShownVoucher>[] = [
    { key: 'name', title: own.number, isName: true, render: voucher => `${voucher.number === null ? own.noNumber
      : own.numberOf(voucher.number)} ${voucher.summary}` },
    { key: 'day', title: texts.day, render: voucher => voucher.datedOn },
    { key: 'total', title: own.total, align: 'right', render: voucher => formatYuan(voucher.totalFen) },
    { key: 'status', title: texts.status, render: voucher => <VoucherTag of={voucher} /> },
    { key: 'kind', title: own.kind, isWideOnly: true, render: voucher => own.kinds[voucher.kind] },
    { key: 'made', title: own.made, isWideOnly: true, render: voucher => voucher.madeName },
    { key: 'reviewed', title: own.reviewed, isWideOnly: true, render: voucher => voucher.reviewedName ?? '' },
    { key: 'posted', title: own.posted, isWideOnly: true, render: voucher => voucher.postedName ?? '' },
  ]
  const statuses = (['draft', 'submitted', 'reviewed', 'posted', 'discarded'] as const).map(value => ({ value, label: own.statuses[value] }))
  const filters: RecordFilter[] = [
    { key: 'month', label: texts.month, kind: 'choice', options: monthsOf(book).map(month => ({ value: String(month), label: texts.monthOf(month) })) },
    { key: 'status', label: texts.status, kind: 'choice', options: statuses },
  ]
  const load = ({ filters: wanted, after, limit, signal }: PageRequest) => (
    client.listVouchers({ ...wanted, bookId: book.id, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listVouchers>[0],
      { signal }))
  const make = book.may.make && <Link to={`/books/${book.id}/voucher`}><Button type="primary">{own.make}</Button></Link>
  return (
    <Page title={texts.vouchers} lead={own.lead} back={{ to: `/books/${book.id}`, label: book.name }} actions={make}>
      <BookWays book={book} />
      <RecordList
        caption={texts.vouchers} queryKey={[...queries.listVouchers.key(), book.id]} load={load} columns={columns} filters={filters} searchHint={own.search}
        linkTo={voucher => `/vouchers/${voucher.id}`} empty={{ title: own.noVouchers, lead: own.noVouchersLead }}
      />
    </Page>
  )
}

/** Months from the first of the books to the one after the open one, the latest first. */
function monthsOf({ startsMonth, openMonth }: ReadBook): number[] {
  const months: number[] = []
  for (let month = startsMonth; month <= nextMonth(openMonth ?? startsMonth) && months.length < 240; month = nextMonth(month)) months.unshift(month)
  return months
}
