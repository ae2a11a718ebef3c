import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownRightsRow } from '../api.ts'
import { optionsOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'
import { RightsStatus } from './RightsStatus.tsx'

/** What children and guardians ask of what is kept about them, with the last day for each answer. */
export default function RightsListPage() {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const columns: RecordColumn<ShownRightsRow>[] = [
    { key: 'what', title: texts.request, isName: true, render: (request) => texts.rightsOf(names.rightsKinds[request.kind], request.maskedName) },
    { key: 'who', title: texts.asker, render: (request) => names.askers[request.askedBy] },
    { key: 'unit', title: texts.unit, render: (request) => request.unitName },
    { key: 'received', title: texts.received, render: (request) => request.receivedOn },
    { key: 'due', title: texts.due, render: (request) => request.dueOn },
    { key: 'status', title: texts.handling, render: (request) => <RightsStatus request={request} /> },
  ]
  return (
    <Page title={texts.rights} lead={texts.rightsLead}>
      <RecordList
        caption={texts.rights} queryKey={queries.listRightsRequests.key()} load={load} columns={columns} linkTo={(request) => `/rights-requests/${request.id}`}
        filters={[
          { key: 'status', label: texts.handling, kind: 'choice', options: optionsOf(names.rightsStates) },
          { key: 'kind', label: texts.request, kind: 'choice', options: optionsOf(names.rightsKinds) },
          { key: 'late', label: texts.term, kind: 'choice', options: [{ value: 'true', label: texts.late }, { value: 'false', label: texts.inTime }] },
        ]}
        empty={{ title: texts.noRights, lead: texts.noRightsLead }}
      />
    </Page>
  )
}

async function load({ filters, after, limit, signal }: PageRequest) {
  const input = { ...filters, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listRightsRequests>[0]
  return client.listRightsRequests(input, { signal })
}
