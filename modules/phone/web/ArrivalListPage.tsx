import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownArrival } from './api.ts'
import { words, type PhoneWords } from './words.ts'

const tones = { waiting: 'attention', accepted: 'good', 'set-aside': 'neutral', refused: 'danger' } as const

const columnsOf = (texts: PhoneWords, moment: (at: Date | string) => string): RecordColumn<ShownArrival>[] => [
  { key: 'child', title: texts.child, isName: true, render: arrival => arrival.childLabel ?? texts.unknownChild },
  { key: 'person', title: texts.person, render: arrival => arrival.personName },
  { key: 'why', title: texts.why, render: arrival => texts.codes[arrival.code] ?? arrival.code },
  { key: 'written', title: texts.written, isWideOnly: true, render: arrival => moment(arrival.writtenAt) },
  { key: 'received', title: texts.received, render: arrival => moment(arrival.receivedAt) },
  { key: 'status', title: texts.status, render: arrival => <ArrivalStatus status={arrival.status} /> },
]

/** Where an arrival stands. */
export function ArrivalStatus({ status }: { status: ShownArrival['status'] }) {
  const texts = useWords(words)
  return <StatusTag tone={tones[status]}>{texts.statuses[status]}</StatusTag>
}

/** What phones brought and could not be recorded by itself. */
export default function ArrivalListPage() {
  const texts = useWords(words)
  const { momentText } = useWords()
  const filters: RecordFilter[] = [{
    key: 'status', label: texts.status, kind: 'choice', options: Object.entries(texts.statuses).map(([value, label]) => ({ value, label })),
  }]
  return (
    <Page title={texts.arrivals} lead={texts.arrivalsLead}>
      <RecordList<ShownArrival>
        caption={texts.arrivals} queryKey={queries.listArrivals.key()} load={load} columns={columnsOf(texts, momentText)} filters={filters}
        searchHint={texts.searchPerson} linkTo={arrival => `/phone-arrivals/${arrival.id}`} empty={{ title: texts.noArrivals, lead: texts.noArrivalsLead }}
      />
    </Page>
  )
}

const load = ({ filters, after, limit, signal }: PageRequest) =>
  client.listArrivals({ ...filters, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listArrivals>[0], { signal })
