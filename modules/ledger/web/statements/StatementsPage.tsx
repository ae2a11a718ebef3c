import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { GeneralView, SummaryView, TrialView } from './AccountTables.tsx'
import { queryOf, tableKeys, useStatementAddress, type TableKey } from './address.ts'
import type { ShownBook } from './api.ts'
import { BookChoice, Choice, MonthChoice, OfBook, shownMonth } from './BookChoice.tsx'
import { StatementView } from './StatementView.tsx'
import { words } from './words.ts'

/** The statements and books of account of a month; each figure opens what it was counted from. */
export default function StatementsPage() {
  return <OfBook>{(book, books) => <TablesOf book={book} books={books} />}</OfBook>
}

function TablesOf({ book, books }: { book: ShownBook; books: readonly ShownBook[] }) {
  const texts = useWords(words)
  const { text, month: monthIn, set } = useStatementAddress()
  const month = shownMonth(book, monthIn('month'))
  const table = tableKeys.find(key => key === text('table')) ?? 'balance-sheet'
  return (
    <Page title={texts.tables[table]} lead={texts.lead(book.name, book.unitName, texts.monthText(month))}
      actions={<Exports bookId={book.id} table={table} month={month} />}>
      <section className="xh-list" aria-label={texts.table}>
        <div className="xh-filters">
          <BookChoice book={book} books={books} onChange={id => set('book', id)} />
          <Choice label={texts.table} value={table} options={tableKeys.map(value => ({ value, label: texts.tables[value] }))}
            onChange={chosen => set('table', chosen)} />
          <MonthChoice book={book} month={month} onChange={chosen => set('month', chosen)} />
        </div>
      </section>
      <Table bookId={book.id} table={table} month={month} />
    </Page>
  )
}

function Table({ bookId, table, month }: { bookId: string; table: TableKey; month: number }) {
  switch (table) {
    case 'trial-balance': return <TrialView bookId={bookId} month={month} />
    case 'general-ledger': return <GeneralView bookId={bookId} month={month} />
    case 'voucher-summary': return <SummaryView bookId={bookId} month={month} />
    default: return <StatementView bookId={bookId} form={table} month={month} />
  }
}

/** Beside these the whole year leaves as plain text, for an auditor's own programs. */
const booksOfAccount: readonly TableKey[] = ['trial-balance', 'general-ledger', 'voucher-summary']

function Exports({ bookId, table, month }: { bookId: string; table: TableKey; month: number }) {
  const texts = useWords(words)
  const link = (format: string) => `/api/ledger-statement${queryOf({ bookId, table, month, format })}`
  return (
    <>
      <PrintButton />
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={link('docx')}>{texts.asDocument}</Button>
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={link('xlsx')}>{texts.asWorkbook}</Button>
      {booksOfAccount.includes(table) && (
        <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/ledger-journal${queryOf({ bookId, year: Math.floor(month / 100) })}`}>
          {texts.asJournal}
        </Button>
      )}
    </>
  )
}
