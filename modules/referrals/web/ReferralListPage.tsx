import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { parties, statuses } from '../contract.ts'
import { client, queries, type ShownReferral } from './api.ts'
import { ReferralState } from './ReferralState.tsx'
import { words } from './words.ts'

const columnsOf = (texts: (typeof words)['en']): RecordColumn<ShownReferral>[] => [
  { key: 'child', title: texts.child, isName: true, render: referral => texts.childSaid(referral.childLabel) },
  { key: 'status', title: texts.status, render: referral => <ReferralState of={referral} /> },
  { key: 'from', title: texts.from, render: referral => referral.fromUnitName },
  { key: 'to', title: texts.to, render: referral => referral.toName },
  { key: 'sent', title: texts.sent, isWideOnly: true, render: referral => referral.sentOn ?? texts.notSent },
  { key: 'due', title: texts.answerDue, render: referral => referral.answerDueOn ?? texts.notSent },
]
const filtersOf = (texts: (typeof words)['en']): RecordFilter[] => [
  {
    key: 'party', label: texts.direction, kind: 'custom', staysInSight: true, render: ({ id, value, onChange }) => (
      <Select
        id={id} className="xh-select" value={value ?? 'sender'} options={parties.map(party => ({ value: party, label: texts.partyWords[party] }))}
        onChange={next => onChange(next === 'sender' ? undefined : next)}
      />
    ),
  },
  { key: 'status', label: texts.status, kind: 'choice', options: statuses.map(value => ({ value, label: texts.statusWords[value] })) },
  { key: 'overdue', label: texts.answer, kind: 'choice', options: [{ value: 'true', label: texts.isOverdue }] },
]

/** Referrals that went out or came in, the latest changed first. */
export default function ReferralListPage() {
  const texts = useWords(words)
  const { may } = useSession()
  return (
    <Page
      title={texts.referrals}
      lead={<>{texts.lead}{may('child.transfer') ? <Link to="/transfers">{texts.transfers}</Link> : texts.transfers}{texts.leadEnd}</>}
      actions={<Link to="/outside-bodies"><Button>{texts.directory}</Button></Link>}
    >
      <RecordList
        caption={texts.referrals} queryKey={queries.listReferrals.key()} load={loadReferrals} columns={columnsOf(texts)} filters={filtersOf(texts)}
        linkTo={referral => `/referrals/${referral.id}`}
        empty={{ title: texts.noReferrals, lead: texts.noReferralsLead, action: <Link to="/children"><Button>{texts.toChildren}</Button></Link> }}
      />
    </Page>
  )
}

const loadReferrals = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listReferrals({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listReferrals>[0], { signal }))
