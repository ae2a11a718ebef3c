import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Page } from '#platform/ui/frame/Page.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, instantText, queries } from './api.ts'
import { knownVerbs, words } from './words.ts'
import './audit.css'

type Entry = Awaited<ReturnType<typeof client.listAuditEntries>>['items'][number]

/** The audit for the audit administrator: who did what, when and why, and how far it is sealed. */
export default function AuditPage() {
  const texts = useWords(words)
  const [opened, setOpened] = useState<string>()
  const columns: RecordColumn<Entry>[] = [
    { key: 'verb', title: texts.verb, isName: true, render: entry => <Button type="link" size="small"
      onClick={() => setOpened(entry.id)}>{texts.verbText(entry.verb)}</Button> },
    { key: 'at', title: texts.at, render: entry => instantText(entry.at) },
    { key: 'person', title: texts.person, render: entry => [entry.personName, entry.roleName].filter(Boolean).join(' · ') },
    { key: 'unit', title: texts.actingUnit, render: entry => entry.actingUnitName ?? '—' },
    { key: 'reason', title: texts.reason, render: entry => entry.reason ?? '' },
    { key: 'subject', title: texts.subject, isWideOnly: true, render: entry => texts.subjectText(entry.subjectKind) },
    { key: 'address', title: texts.address, isWideOnly: true, render: entry => entry.address ?? '' },
  ]
  return (
    <Page title={texts.auditLog} lead={texts.auditLead}>
      <SealState />
      <RecordList caption={texts.auditLog} queryKey={queries.listAuditEntries.key()} columns={columns} load={loadEntries} searchHint={texts.person}
        filters={useFilters()} />
      {opened && <EntryDialog id={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

async function loadEntries({ filters, after, limit, signal }: PageRequest) {
  const { q, verb, from, until } = filters
  const days = { ...(isDay(from) ? { from } : {}), ...(isDay(until) ? { until } : {}) }
  return client.listAuditEntries({ limit, ...days, ...(q ? { person: q } : {}), ...(verb ? { verb } : {}), ...(after ? { after } : {}) }, { signal })
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

function useFilters(): RecordFilter[] {
  const texts = useWords(words)
  const day = (key: string, label: string): RecordFilter => ({
    key, label: `${texts.day} ${label}`, kind: 'custom',
    render: ({ id, value, onChange }) => <DateField id={id} value={value} onChange={onChange} />,
  })
  return [{ key: 'verb', label: texts.verb, kind: 'choice', options: knownVerbs
    .map(verb => ({ value: verb, label: texts.verbText(verb) })) }, day('from', texts.fromDay),
    day('until', texts.untilDay)]
}

function SealState() {
  const texts = useWords(words)
  const asked = useQuery(queries.getAuditState.queryOptions())
  if (!asked.data) return null
  const { sealedCount, lastSealedAt, waitingCount, oldestWaitingSeconds } = asked.data
  const isBehind = (oldestWaitingSeconds ?? 0) > 60
  return <Alert type={isBehind ? 'warning' : 'success'} showIcon
    title={texts.sealedAndWaiting(texts.sealed(sealedCount, instantText(lastSealedAt)), texts.waiting(waitingCount))} description={texts.verifyHint} />
}

function EntryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const texts = useWords(words)
  const { labelled } = useWords()
  const asked = useQuery(queries.getAuditEntry.queryOptions({ input: { id } }))
  const entry = asked.data
  return (
    <Modal open title={entry ? texts.verbText(entry.verb) : texts.details} footer={null} onCancel={onClose} destroyOnHidden width={720}>
      {!entry && <Skeleton active title={false} />}
      {entry && (
        <>
          <p>{instantText(entry.at)} · {entry.personName} · {entry.actingUnitName}</p>
          {entry.reason && <p>{labelled(texts.reason, entry.reason)}</p>}
          {entry.isSealed && <p className="xh-secondary">{texts.sealedParts}</p>}
          <p>{labelled(texts.details, entry.details === null ? texts.noDetails : '')}</p>
          {entry.details !== null && <pre className="xh-audit-details">{JSON.stringify(entry.details, null, 2)}</pre>}
        </>
      )}
    </Modal>
  )
}
