import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queryOf, useStatementAddress } from './address.ts'
import { client, queries, type ShownBook, type ShownDetail } from './api.ts'
import { MonthChoice, OfBook, shownMonth } from './BookChoice.tsx'
import { words } from './words.ts'

type Row = ShownDetail & { id: string }

/** The 明细账 of an account: line by line with what it held after each. */
export default function DetailPage() {
  return <OfBook>{book => <Details book={book} />}</OfBook>
}

function Details({ book }: { book: ShownBook }) {
  const texts = useWords(words)
  const { text, month, set } = useStatementAddress()
  const [fromMonth, untilMonth] = [shownMonth(book, month('from')), shownMonth(book, month('until'))]
  const input = { bookId: book.id, accountId: text('account') ?? '', fromMonth, untilMonth }
  const found = useQuery(queries.listDetails.queryOptions({ input: { ...input, limit: 1 } }))
  const columns = useColumns()
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const { code, name, openingFen, closingFen } = found.data
  const load = async ({ after, limit, signal }: PageRequest) => {
    const page = await client.listDetails({ ...input, limit, ...(after === undefined ? {} : { after }) }, { signal })
    return { ...page, items: page.items.map((item): Row => ({ ...item, id: `${item.journalId}-${item.seq}` })) }
  }
  const lead = texts.detailLead(texts.monthText(fromMonth), texts.monthText(untilMonth), formatYuan(openingFen), formatYuan(closingFen))
  return (
    <Page title={texts.details(`${code} ${name}`)} lead={lead} actions={<Exports {...input} />}
      back={{ to: `/statements${queryOf({ book: book.id, table: 'trial-balance', month: untilMonth })}`, label: texts.back }}>
      <section className="xh-list" aria-label={texts.period}>
        <div className="xh-filters">
          <MonthChoice book={book} label={texts.from} month={fromMonth} onChange={chosen => set('from', chosen)} />
          <MonthChoice book={book} label={texts.until} month={untilMonth} onChange={chosen => set('until', chosen)} />
        </div>
      </section>
      <RecordList caption={texts.details(`${code} ${name}`)} queryKey={[...queries.listDetails.key(), input]} load={load} columns={columns}
        empty={{ title: texts.noDetails, lead: texts.noDetailsLead }} />
    </Page>
  )
}

function Exports(query: { bookId: string; accountId: string; fromMonth: number; untilMonth: number }) {
  const texts = useWords(words)
  const link = (format: string) => `/api/ledger-details${queryOf({ ...query, format })}`
  return (
    <>
      <PrintButton />
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={link('docx')}>{texts.asDocument}</Button>
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={link('xlsx')}>{texts.asWorkbook}</Button>
    </>
  )
}

function useColumns(): RecordColumn<Row>[] {
  const texts = useWords(words)
  const written = (fen: number) => (fen === 0 ? '' : formatYuan(fen))
  return [
    { key: 'memo', title: texts.memo, isName: true, render: row => row.memo },
    { key: 'day', title: texts.day, render: row => row.datedOn },
    { key: 'voucher', title: texts.voucher, render: row => (row.voucherNumber === null ? texts.noVoucher : texts.voucherText(row.month, row.voucherNumber)) },
    { key: 'fund', title: texts.fund, isWideOnly: true, render: row => row.fundName ?? '' },
    { key: 'debit', title: texts.debitColumn, align: 'right', render: row => written(row.debitFen) },
    { key: 'credit', title: texts.creditColumn, align: 'right', render: row => written(row.creditFen) },
    { key: 'balance', title: texts.balance, align: 'right', render: row => formatYuan(row.balanceFen) },
  ]
}
