import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { parseLocalDate } from '#platform/values/local-date.ts'
import { client, queries, type ShownVisit } from '../api.ts'
import { optionsOf } from '../names.ts'
import { useCategories } from './use-categories.ts'
import { careWords, type CareWords } from '../words.ts'
import { visitWords } from './words.ts'

type Words = (typeof visitWords)['zh-CN']
type Categories = ReturnType<typeof useCategories>

const columnsOf = (words: Words, care: CareWords, { purposeName }: Categories): RecordColumn<ShownVisit>[] => [
  { key: 'day', title: words.visit, isName: true, render: visit => `${visit.madeOn} ${care.childSaid(visit.childLabel)}` },
  {
    key: 'medium', title: care.medium,
    render: visit => [care.media[visit.medium], ...(visit.minutes > 0 ? [care.minutes(visit.minutes)] : [])].join(care.comma),
  },
  { key: 'purpose', title: words.purpose, isWideOnly: true, render: visit => purposeName(visit.purpose) },
  { key: 'outcome', title: words.outcome, render: visit => <VisitState visit={visit} /> },
  { key: 'volunteers', title: words.who, render: visit => visit.volunteers.map(({ name }) => name).join(care.and) || care.worker },
  { key: 'recorded', title: words.recorder, isWideOnly: true, render: visit => `${visit.recordedName}${visit.onBehalfOf ? words.byProxy : ''}` },
]

const dayFilter = (key: string, label: string): RecordFilter => ({
  key, label, kind: 'custom', render: ({ id, value, onChange }) => <DateField id={id} value={value} onChange={onChange} />,
})
const filtersOf = (words: Words, care: CareWords, { purposes }: Categories): RecordFilter[] => [
  { key: 'outcome', label: words.outcome, kind: 'choice', options: optionsOf(care.outcomes) },
  { key: 'medium', label: care.medium, kind: 'choice', options: optionsOf(care.media) },
  { key: 'purpose', label: words.purpose, kind: 'choice', options: purposes },
  { key: 'unread', label: words.unread, kind: 'choice', options: optionsOf({ true: words.isUnread }) },
  { key: 'voided', label: words.voidedFilter, kind: 'choice', options: optionsOf({ false: words.withoutVoided, true: words.onlyVoided }) },
  dayFilter('from', words.from), dayFilter('to', words.to),
]

/** Visits of the range, the latest first; notes are opened one by one. */
export default function VisitListPage() {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const categories = useCategories()
  const { may } = useSession()
  const { search, clear } = useAddress<{ caseId: string }>()
  const { caseId } = search
  return (
    <Page
      title={care.visits}
      lead={caseId ? <>{words.onlyOneCase}<Button type="link" onClick={() => clear(['caseId'])}>{care.seeAll}</Button></> : words.listLead}
      actions={may('visit.record') && (
        <Link to="/visits/record"><Button type="primary" icon={<EditOutlined aria-hidden="true" />}>{care.recordVisit}</Button></Link>
      )}
    >
      <RecordList
        caption={care.visits} queryKey={[...queries.listVisits.key(), caseId]} load={request => loadVisits(request, caseId)}
        columns={columnsOf(words, care, categories)} filters={filtersOf(words, care, categories)}
        linkTo={visit => `/visits/${visit.id}`} empty={{ title: words.noVisits, lead: words.noVisitsLead }}
      />
    </Page>
  )
}

/** Whether a visit stands and what came of it. */
export function VisitState({ visit }: { visit: Pick<ShownVisit, 'voidedAt' | 'outcome' | 'attemptReason'> }) {
  const { voided } = useWords(visitWords)
  const { outcomes } = useWords(careWords)
  const { reasonName } = useCategories()
  if (visit.voidedAt !== null) return <StatusTag tone="neutral">{voided}</StatusTag>
  if (visit.outcome === 'made') return <StatusTag tone="good">{outcomes.made}</StatusTag>
  return <StatusTag tone="attention">{[outcomes.attempted, ...(visit.attemptReason ? [reasonName(visit.attemptReason)] : [])].join(' · ')}</StatusTag>
}

// A day that is still being typed does not narrow the list yet.
async function loadVisits({ filters: { from, to, ...wanted }, after, limit, signal }: PageRequest, caseId: string | undefined) {
  const days = { ...(from && parseLocalDate(from) ? { from } : {}), ...(to && parseLocalDate(to) ? { to } : {}) }
  return client.listVisits({ ...wanted, ...days, limit, ...(caseId ? { caseId } : {}), ...(after === undefined ? {} : { after }) }, { signal })
}
