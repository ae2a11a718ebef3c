import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { TableRoom } from '../TableRoom.tsx'
import { client, queries, useChanged, type ReadBook, type ShownFund } from '../api.ts'
import { BookWays, WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { AddFundDialog } from './AddFundDialog.tsx'
import { CommitmentSheet } from './CommitmentSheet.tsx'
import { bookWords } from './words.ts'
import '../ledger.css'

/** Funds of a set of books with what they hold, and what of it is promised. */
export default function FundsPage() {
  return <WithBook>{book => <FundsView book={book} />}</WithBook>
}

function FundsView({ book }: { book: ReadBook }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const [isAdding, setAdding] = useState(false)
  const asked = useQuery(queries.listFunds.queryOptions({ input: { bookId: book.id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  const funds = asked.data?.items
  return (
    <Page
      title={texts.funds} lead={own.fundsLead} back={{ to: `/books/${book.id}`, label: book.name }}
      actions={book.may.manage && <Button type="primary" onClick={() => setAdding(true)}>{own.addFund}</Button>}
    >
      <BookWays book={book} />
      <Sheet>
        {funds === undefined ? <Skeleton active /> : funds.length === 0 ? <Advice title={own.noFunds} lead={own.noFundsLead} />
          : <FundTable book={book} funds={funds} />}
      </Sheet>
      <CommitmentSheet book={book} funds={(funds ?? []).filter(({ restriction, status }) => restriction !== 'none' && status === 'open')} />
      {isAdding && <AddFundDialog bookId={book.id} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function FundTable({ book, funds }: { book: ReadBook; funds: readonly ShownFund[] }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const changed = useChanged()
  const [closing, setClosing] = useState<ShownFund>()
  const amount = (fen: number | null) => (fen === null ? own.derived : formatYuan(fen))
  const change = async ({ id, version, name, status }: ShownFund) => {
    await client.updateFund({ bookId: book.id, id, version, name, isClosed: status === 'open' })
    await changed()
    setClosing(undefined)
  }
  return (
    <TableRoom label={texts.funds}>
      <table className="ledger-grid">
        <thead><tr>
          <th scope="col">{texts.code}</th><th scope="col">{own.fund}</th><th scope="col">{own.restriction}</th>
          <th scope="col" className="ledger-amount">{own.balance}</th><th scope="col" className="ledger-amount">{own.reserved}</th>
          <th scope="col" className="ledger-amount">{own.free}</th>{book.may.manage && <th scope="col">{own.act}</th>}
        </tr></thead>
        <tbody>{funds.map(fund => (
          <tr key={fund.id}>
            <td>{fund.code}</td><td>{fund.name}</td><td>{texts.restrictions[fund.restriction]} {fund.purpose ?? fund.usableFrom}</td>
            <td className="ledger-amount">{amount(fund.balanceFen)}</td><td className="ledger-amount">{amount(fund.reservedFen)}</td>
            <td className="ledger-amount">{amount(fund.balanceFen === null || fund.reservedFen === null ? null : fund.balanceFen - fund.reservedFen)}</td>
            {book.may.manage && (
              <td>{fund.status === 'open' ? <Button size="small" type="link" onClick={() => setClosing(fund)}>{own.closeFund}</Button>
                : <Button size="small" type="link" onClick={() => void change(fund)}>{own.reopen}</Button>}</td>
            )}
          </tr>
        ))}</tbody>
      </table>
      {closing && (
        <ConfirmDialog open title={own.closeFundTitle} confirmLabel={own.closeFund} onCancel={() => setClosing(undefined)} onConfirm={() => change(closing)}>
          <p>{closing.code} {closing.name}</p><p>{own.closeFundLead}</p>
        </ConfirmDialog>
      )}
    </TableRoom>
  )
}
