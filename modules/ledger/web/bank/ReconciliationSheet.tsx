import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { Difference } from '../../contract.ts'
import { queryOf, useStatementAddress } from '../statements/address.ts'
import { queries, type ShownBook } from '../statements/api.ts'
import { MonthChoice, shownMonth } from '../statements/BookChoice.tsx'
import { FigureGrid, type GridRow } from '../statements/FigureGrid.tsx'
import { words } from './words.ts'

/** The 银行存款余额调节表 of a month's end. */
export function ReconciliationSheet({ book, accountId }: { book: ShownBook; accountId: string }) {
  const texts = useWords(words)
  const { month: monthIn, set } = useStatementAddress()
  const month = shownMonth(book, monthIn('month'))
  const input = { bookId: book.id, accountId, month }
  const found = useQuery(queries.getReconciliation.queryOptions({ input }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const table = found.data
  const sum = (name: string, fen: number | null): GridRow => (
    { key: name, name, isTotal: true, cells: [fen === null ? texts.unknownBalance : formatYuan(fen)] })
  // What goes is headed by a word for taking away, so that its amounts stand without a sign.
  const group = (name: string, differences: readonly Difference[]): GridRow[] => [
    { key: name, name, cells: [formatYuan(differences.reduce((total, { amountFen }) => total + Math.abs(amountFen), 0))] },
    ...differences.map((each, at) => ({ key: `${name}${at}`, depth: 1, name: `${each.on} ${each.text}`, cells: [formatYuan(Math.abs(each.amountFen))] })),
  ]
  const link = (format: string) => `/api/ledger-reconciliation${queryOf({ ...input, format })}`
  const differs = table.adjustedBankFen === null ? undefined : table.adjustedBookFen - table.adjustedBankFen
  return (
    <Sheet title={texts.views.reconciliation} actions={<>
      <PrintButton />
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={link('docx')}>{texts.asDocument}</Button>
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={link('xlsx')}>{texts.asWorkbook}</Button>
    </>}>
      <div className="xh-filters"><MonthChoice book={book} month={month} onChange={chosen => set('month', chosen)} /></div>
      <FigureGrid caption={texts.views.reconciliation} nameTitle={texts.item} columns={[texts.amount]} rows={[
        sum(texts.bookBalance, table.bookFen), ...group(texts.bankIn, table.bankIn), ...group(texts.bankOut, table.bankOut),
        sum(texts.adjustedBook, table.adjustedBookFen), sum(texts.bankBalance, table.bankFen), ...group(texts.bookIn, table.bookIn),
        ...group(texts.bookOut, table.bookOut), sum(texts.adjustedBank, table.adjustedBankFen),
      ]} />
      {differs !== undefined && (
        <Alert type={differs === 0 ? 'success' : 'warning'} showIcon title={differs === 0 ? texts.agrees : texts.differs(formatYuan(differs))} />
      )}
    </Sheet>
  )
}
