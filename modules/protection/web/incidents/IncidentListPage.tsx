import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownIncidentRow } from '../api.ts'
import { askedOf, minuteOf, optionsOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

/** How far an incident has come, and whether somebody was told too late. */
export function IncidentStatus({ incident }: { incident: Pick<ShownIncidentRow, 'status' | 'isLate'> }) {
  const texts = useWords(actWords)
  return (
    <>
      <StatusTag tone={incident.status === 'closed' ? 'good' : 'attention'}>{texts[incident.status]}</StatusTag>
      {incident.isLate && <StatusTag tone="danger">{texts.toldLate}</StatusTag>}
    </>
  )
}

/** What went wrong with data of children, and what was done. */
export default function IncidentListPage() {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const columns: RecordColumn<ShownIncidentRow>[] = [
    { key: 'title', title: texts.incident, isName: true, render: (incident) => incident.title },
    { key: 'kind', title: texts.kind, render: (incident) => names.incidentKinds[incident.kind] },
    { key: 'unit', title: texts.unit, render: (incident) => incident.unitName },
    { key: 'found', title: texts.foundAt, render: (incident) => minuteOf(incident.foundAt) },
    { key: 'count', title: texts.count, align: 'right', render: (incident) => incident.childrenCount },
    { key: 'status', title: texts.handling, render: (incident) => <IncidentStatus incident={incident} /> },
  ]
  const { may } = useSession()
  const record = may('incident.record') && <Link to="/incidents/record"><Button type="primary">{texts.recordIncident}</Button></Link>
  return (
    <Page title={texts.incidents} lead={texts.incidentsLead} actions={record}>
      <RecordList
        caption={texts.incidents} queryKey={queries.listIncidents.key()} columns={columns} linkTo={(incident) => `/incidents/${incident.id}`}
        load={(asked) => client.listIncidents(askedOf(asked), { signal: asked.signal })}
        filters={[
          { key: 'status', label: texts.handling, kind: 'choice', options: [{ value: 'open', label: texts.open }, { value: 'closed', label: texts.closed }] },
          { key: 'kind', label: texts.kind, kind: 'choice', options: optionsOf(names.incidentKinds) },
        ]}
        empty={{ title: texts.noIncidents, lead: texts.noIncidentsLead }}
      />
    </Page>
  )
}
