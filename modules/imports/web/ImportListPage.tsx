import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownImport } from './api.ts'
import { words } from './words.ts'

const tones: Record<ShownImport['state'], Tone> = {
  received: 'neutral', checked: 'attention', committing: 'info', committed: 'good', undone: 'neutral',
}

/** What was imported, by whom, and the way back. */
export default function ImportListPage() {
  const texts = useWords(words)
  const columns = useColumns()
  const [undoing, setUndoing] = useState<ShownImport>()
  const [said, setSaid] = useState<string>()
  const cache = useQueryClient()
  const kinds = useQuery(queries.listImportKinds.queryOptions()).data?.kinds ?? []
  const undo = async (chosen: ShownImport) => {
    const { undoneCount, kept } = await client.undoImport({ id: chosen.id })
    const left = kept.slice(0, 20).map(({ rowNumber, why }) => texts.keptRow(rowNumber, why))
    setSaid(texts.undone(undoneCount) + (kept.length === 0 ? '' : texts.kept(kept.length, left, kept.length > 20)))
    setUndoing(undefined)
    await cache.invalidateQueries()
  }
  return (
    <Page
      title={texts.imports} lead={texts.lead}
      actions={kinds.map(kind => (
        <Link key={kind.code} to={`/imports/${kind.code}` as string}>
          <Button type="primary" tabIndex={-1}>{texts.importOf(texts.kindTitle(kind))}</Button>
        </Link>))}
    >
      <div role="status">{said && <Alert type="success" showIcon className="xh-gap" title={said} />}</div>
      <RecordList<ShownImport>
        caption={texts.imports} queryKey={queries.listImports.key()} load={load} columns={columns(kinds, setUndoing)}
        empty={{ title: texts.emptyTitle, lead: texts.emptyLead }}
      />
      <ConfirmDialog
        open={undoing !== undefined} title={texts.undoTitle} confirmLabel={texts.undoTitle} isDangerous onCancel={() => setUndoing(undefined)}
        onConfirm={() => (undoing === undefined ? Promise.resolve() : undo(undoing))}
      >
        <p>{undoing && texts.undoOf(undoing.fileName, undoing.createdCount, undoing.changedCount)}</p>
      </ConfirmDialog>
    </Page>
  )
}

type ShownKind = { code: string; title: string; comparisonPage: string | null }

function useColumns() {
  const texts = useWords(words)
  const { momentText } = useWords()
  return (kinds: readonly ShownKind[], onUndo: (chosen: ShownImport) => void): RecordColumn<ShownImport>[] => [
    { key: 'file', title: texts.file, isName: true, render: (row) => row.fileName },
    { key: 'kind', title: texts.content, render: (row) => texts.kindTitle(kinds.find(({ code }) => code === row.kind) ?? { code: row.kind, title: row.kind }) },
    { key: 'at', title: texts.at, render: (row) => momentText(row.uploadedAt) },
    { key: 'person', title: texts.person, render: (row) => row.personName },
    { key: 'count', title: texts.imported, align: 'right', render: (row) => texts.importedOf(row.createdCount + row.changedCount, row.rowCount) },
    { key: 'state', title: texts.state, render: (row) => <StatusTag tone={tones[row.state]}>{texts.states[row.state]}</StatusTag> },
    { key: 'acts', title: texts.acts, render: (row) => (
      <ImportActs row={row} page={kinds.find(({ code }) => code === row.kind)?.comparisonPage ?? null} onUndo={onUndo} />) },
  ]
}

type ActsProps = { row: ShownImport; page: string | null; onUndo: (chosen: ShownImport) => void }

function ImportActs({ row, page, onUndo }: ActsProps) {
  const texts = useWords(words)
  return (
    <span className="xh-actions">
      {page !== null && row.state !== 'received' && (
        <Link to={page.replace('$id', row.id) as string}><Button size="small" tabIndex={-1}>{texts.compare}</Button></Link>)}
      {(row.badCount ?? 0) > 0 && <Button size="small" href={`/api/import-workbook?id=${row.id}`}>{texts.markedFile}</Button>}
      {row.state === 'committed' && <Button size="small" onClick={() => onUndo(row)}>{texts.undo}</Button>}
    </span>
  )
}

function load({ after, limit, signal }: PageRequest) {
  return client.listImports({ limit, ...(after === undefined ? {} : { after }) }, { signal })
}
