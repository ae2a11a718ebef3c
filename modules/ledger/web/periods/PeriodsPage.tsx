import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import { nextMonth } from '../../rules/months.ts'
import { TableRoom } from '../TableRoom.tsx'
import { client, queries, useChanged, type ReadBook, type ShownPeriod } from '../api.ts'
import { BookWays, WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { ClosingSheet } from './ClosingSheet.tsx'
import { periodWords } from './words.ts'
import '../ledger.css'

/** Months of a set of books, and the checklist of a closing. */
export default function PeriodsPage() {
  return <WithBook>{book => <Periods book={book} />}</WithBook>
}

function Periods({ book }: { book: ReadBook }) {
  const texts = useWords(words)
  const own = useWords(periodWords)
  const changed = useChanged()
  const [chosen, setChosen] = useState<number>()
  const [isOpening, setOpening] = useState(false)
  const asked = useQuery(queries.listPeriods.queryOptions({ input: { bookId: book.id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  const next = nextMonth(asked.data?.items[0]?.month ?? book.startsMonth)
  const shown = chosen ?? book.openMonth
  return (
    <Page
      title={texts.periods} lead={own.lead} back={{ to: `/books/${book.id}`, label: book.name }}
      actions={book.may.close && <Button onClick={() => setOpening(true)}>{own.openNext}</Button>}
    >
      <BookWays book={book} />
      {shown !== null && <ClosingSheet key={shown} book={book} month={shown} />}
      <Sheet>{asked.data === undefined ? <Skeleton active /> : <PeriodTable periods={asked.data.items} onChoose={setChosen} />}</Sheet>
      <ConfirmDialog
        open={isOpening} title={own.openNext} confirmLabel={own.openNext} onCancel={() => setOpening(false)}
        onConfirm={async () => { await client.openPeriod({ bookId: book.id, month: next }); await changed(); setOpening(false) }}
      >
        <p>{texts.monthOf(next)}</p>
      </ConfirmDialog>
    </Page>
  )
}

function PeriodTable({ periods, onChoose }: { periods: readonly ShownPeriod[]; onChoose: (month: number) => void }) {
  const texts = useWords(words)
  const own = useWords(periodWords)
  return (
    <TableRoom label={texts.periods}>
      <table className="ledger-grid">
        <thead><tr>
          <th scope="col">{texts.month}</th><th scope="col">{texts.status}</th><th scope="col" className="ledger-amount">{own.vouchers}</th>
          <th scope="col" className="ledger-amount">{own.waiting}</th><th scope="col">{own.history}</th><th scope="col">{own.act}</th>
        </tr></thead>
        <tbody>{periods.map(period => (
          <tr key={period.month}>
            <td>{texts.monthOf(period.month)}</td>
            <td><StatusTag tone={period.status === 'closed' ? 'good' : 'attention'}>{period.status === 'closed' ? own.closed : own.open}</StatusTag></td>
            <td className="ledger-amount">{period.vouchers}</td><td className="ledger-amount">{period.waiting}</td>
            <td>{period.changes.map((change, at) => (
              <div key={at}>{own.changes[change.change]} {change.changedName} {dayOf(change.changedAt)} {change.reason}</div>
            ))}</td>
            <td><Button size="small" type="link" onClick={() => onChoose(period.month)}>{own.check}</Button></td>
          </tr>
        ))}</tbody>
      </table>
    </TableRoom>
  )
}

/** The day in China of an instant. */
const dayOf = (instant: string): string => dayInChina(new Date(instant))
