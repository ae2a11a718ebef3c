import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { TableRoom } from '../TableRoom.tsx'
import { client, queries, useChanged, type ReadBook } from '../api.ts'
import { Choice } from '../statements/BookChoice.tsx'
import { BookWays, WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { archiveWords } from './words.ts'
import '../ledger.css'

/** How often a page looks whether a file was made. */
const pollEveryMs = 2000
type Archive = Awaited<ReturnType<typeof client.listArchives>>['items'][number]

/** Vouchers and books of closed months as numbered pages. */
export default function ArchivePage() {
  return <WithBook>{book => <Archives book={book} />}</WithBook>
}

function Archives({ book }: { book: ReadBook }) {
  const own = useWords(archiveWords)
  const asked = useQuery(queries.listArchives.queryOptions({
    input: { bookId: book.id },
    refetchInterval: query => (query.state.data?.items.some(({ status }) => status === 'making') === true ? pollEveryMs : false),
  }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Page title={own.title} lead={own.lead} back={{ to: `/books/${book.id}`, label: book.name }}>
      <BookWays book={book} />
      {asked.data === undefined && <Skeleton active />}
      {asked.data?.mayMake === true && <MakeSheet bookId={book.id} months={asked.data.closedMonths} />}
      {asked.data?.mayMake === false && asked.data.closedMonths.length === 0 && <Sheet><p>{own.none}</p></Sheet>}
      {asked.data?.items.map(archive => <ArchiveSheet key={archive.id} archive={archive} />)}
    </Page>
  )
}

function MakeSheet({ bookId, months }: { bookId: string; months: readonly number[] }) {
  const own = useWords(archiveWords)
  const texts = useWords(words)
  const changed = useChanged()
  const [chosen, setChosen] = useState<number>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const month = chosen ?? months[0]
  if (month === undefined) return <Sheet><p>{own.none}</p></Sheet>
  const make = async () => {
    setBusy(true)
    setProblem(undefined)
    await client.makeArchive({ bookId, month }).catch((error: unknown) => setProblem(toRefusal(error).message))
    await changed()
    setBusy(false)
  }
  return (
    <Sheet title={own.make}>
      <p>{own.makeLead}</p>
      <div className="xh-filters ledger-apart">
        <Choice label={own.month} value={String(month)} options={months.map(value => ({ value: String(value), label: texts.monthOf(value) }))}
          onChange={value => setChosen(Number(value))} />
        <Button type="primary" loading={busy} onClick={() => void make()}>{own.make}</Button>
      </div>
      <div role="alert">{problem !== undefined && <Alert type="error" showIcon title={problem} />}</div>
    </Sheet>
  )
}

function ArchiveSheet({ archive }: { archive: Archive }) {
  const own = useWords(archiveWords)
  const texts = useWords(words)
  const kit = useWords()
  const done = archive.parts.filter(({ pageCount }) => pageCount !== null)
  const pages = done.reduce((sum, { pageCount }) => sum + (pageCount ?? 0), 0)
  const all = archive.status === 'ready' && (
    <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/ledger-archive?id=${archive.id}`}>{own.whole}</Button>
  )
  return (
    <Sheet title={kit.labelled(texts.monthOf(archive.month), own.statuses[archive.status])} actions={all}>
      <p role="status">{archive.status === 'ready' ? own.ready(pages) : own.progress(done.length, archive.parts.length)}{kit.aside(archive.madeName)}</p>
      {archive.status === 'making' && (
        <Progress percent={Math.round((done.length / Math.max(archive.parts.length, 1)) * 100)} aria-label={own.progress(done.length, archive.parts.length)} />
      )}
      {archive.failure !== null && <Alert className="ledger-apart" type="error" showIcon title={archive.failure} />}
      <TableRoom label={`${own.files} ${texts.monthOf(archive.month)}`}>
        <table className="ledger-grid">
          <thead><tr><th scope="col">{own.files}</th><th scope="col">{own.pages}</th></tr></thead>
          <tbody>{archive.parts.map(({ seq, title, firstPage, pageCount }) => (
            <tr key={seq}>
              <td>{pageCount === null ? title : <a href={`/api/ledger-archive?id=${archive.id}&seq=${seq}`}>{title}</a>}</td>
              <td>{firstPage === null || pageCount === null ? own.waiting : own.span(firstPage, firstPage + pageCount - 1)}</td>
            </tr>
          ))}</tbody>
        </table>
      </TableRoom>
    </Sheet>
  )
}
