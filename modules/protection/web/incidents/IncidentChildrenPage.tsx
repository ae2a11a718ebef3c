import { Link, useParams } from '@tanstack/react-router'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries } from '../api.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

type Row = Awaited<ReturnType<typeof client.listIncidentChildren>>['items'][number]

/** The children an incident is known to concern, masked, unit by unit. */
export default function IncidentChildrenPage() {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const columns: RecordColumn<Row>[] = [
    {
      key: 'child', title: texts.child, isName: true,
      render: (row) => <Link to={`/children/${row.id}`}>{`${row.maskedName} · ${names.bandOf(row.ageBand)}`}</Link>,
    },
    { key: 'unit', title: texts.unit, render: (row) => row.unitName },
  ]
  return (
    <Page title={texts.concerned} lead={texts.concernedLead} back={{ to: `/incidents/${id}`, label: texts.toIncident }}>
      <RecordList
        caption={texts.concerned} queryKey={[...queries.listIncidentChildren.key(), id]} columns={columns}
        load={({ after, limit, signal }) => client.listIncidentChildren({ id, limit, ...(after === undefined ? {} : { after }) }, { signal })}
        empty={{ title: texts.noConcerned, lead: texts.noConcernedLead }}
      />
    </Page>
  )
}
