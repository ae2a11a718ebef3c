import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ChartChange } from '../../contract.ts'
import { client, queries, useChanged, type ReadBook } from '../api.ts'
import { BookWays, WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { ImportChartSheet, type Outcome } from './ImportChartSheet.tsx'
import { MappingSheet } from './MappingSheet.tsx'
import { OpeningSheet } from './OpeningSheet.tsx'
import { chartWords } from './words.ts'
import '../ledger.css'

/** The turn from one chart of accounts to the next. */
export default function ChartPage() {
  return <WithBook>{book => <ChangeView book={book} />}</WithBook>
}

function ChangeView({ book }: { book: ReadBook }) {
  const own = useWords(chartWords)
  const asked = useQuery(queries.getChartChange.queryOptions({ input: { bookId: book.id } }))
  const [isAgain, setAgain] = useState(false)
  const [imported, setImported] = useState<Outcome>()
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  const change = asked.data?.change
  const isImporting = book.may.manage && (change === null || (isAgain && change?.status === 'draft'))
  const present = <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/ledger-chart?bookId=${book.id}`}>{own.present}</Button>
  return (
    <Page title={own.title} lead={own.lead} back={{ to: `/books/${book.id}`, label: book.name }} actions={present}>
      <BookWays book={book} />
      {change === undefined && <Skeleton active />}
      {change === null && !book.may.manage && <Sheet><p>{own.noChart}</p></Sheet>}
      {isImporting && <ImportChartSheet bookId={book.id} onImported={outcome => { setImported(outcome); setAgain(false) }} />}
      {change !== null && change !== undefined && (
        <>
          {imported !== undefined && <Alert className="ledger-apart" type="success" showIcon title={own.imported(imported.accounts, imported.mapped)} />}
          <StateSheet {...{ book, change }} onAgain={() => setAgain(true)} />
          <MappingSheet key={change.chartId} bookId={book.id} change={change} />
          <OpeningSheet change={change} />
        </>
      )}
    </Page>
  )
}

type Of = { book: ReadBook; change: ChartChange }

function StateSheet({ book, change, onAgain }: Of & { onAgain: () => void }) {
  const own = useWords(chartWords)
  const texts = useWords(words)
  const { lastMonth, isLastMonthClosed, voucher, status, unplaced, exceeded } = change
  return (
    <Sheet title={change.name} actions={book.may.manage && <ChangeActs {...{ book, change, onAgain }} />}>
      <p>
        {own.startsOn(change.validFrom)} {status === 'draft' ? <StatusTag tone="attention">{own.draft}</StatusTag>
          : <StatusTag tone="good">{own.valid}</StatusTag>}
      </p>
      {unplaced > 0 && <Alert className="ledger-apart" type="warning" showIcon title={own.unplaced(unplaced)} />}
      {exceeded > 0 && <Alert className="ledger-apart" type="error" showIcon title={own.exceeded(exceeded)} />}
      {!isLastMonthClosed && <p className="xh-secondary">{own.notClosed(texts.monthOf(lastMonth))}</p>}
      {isLastMonthClosed && status === 'valid' && voucher === null && <p>{own.convertLead}</p>}
      {voucher !== null && (
        <p>{voucher.status === 'posted' ? own.converted : own.underWay} <Link to={`/vouchers/${voucher.id}`}>{own.toVoucher}</Link></p>
      )}
    </Sheet>
  )
}

function ChangeActs({ book, change, onAgain }: Of & { onAgain: () => void }) {
  const own = useWords(chartWords)
  const changed = useChanged()
  const [asking, setAsking] = useState<'start' | 'discard' | 'convert'>()
  const { chartId, status, version, isLastMonthClosed, voucher } = change
  const of = { bookId: book.id, chartId }
  const acts = {
    start: { title: own.startTitle, label: own.start, lead: own.startLead, run: () => client.startChart({ ...of, version }) },
    discard: { title: own.discardTitle, label: own.discard, lead: own.discardLead, run: () => client.discardChart(of) },
    convert: { title: own.convert, label: own.convert, lead: own.convertLead, run: () => client.convertBalances(of) },
  }
  const act = asking === undefined ? undefined : acts[asking]
  return (
    <>
      {status === 'draft' && <Button onClick={onAgain}>{own.again}</Button>}
      {status === 'draft' && <Button onClick={() => setAsking('discard')}>{own.discard}</Button>}
      {status === 'draft' && <Button type="primary" onClick={() => setAsking('start')}>{own.start}</Button>}
      {status === 'valid' && isLastMonthClosed && voucher === null && <Button type="primary" onClick={() => setAsking('convert')}>{own.convert}</Button>}
      {act !== undefined && (
        <ConfirmDialog open title={act.title} confirmLabel={act.label} onCancel={() => setAsking(undefined)}
          onConfirm={async () => { await act.run(); await changed(); setAsking(undefined) }}>
          <p>{act.lead}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
