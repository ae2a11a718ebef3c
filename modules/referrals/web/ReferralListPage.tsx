import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { client, queries, type ShownReferral } from './api.ts'
import { partyOptions, statusOptions } from './names.ts'
import { ReferralState } from './ReferralState.tsx'

const columns: RecordColumn<ShownReferral>[] = [
  { key: 'child', title: '儿童', isName: true, render: referral => referral.childLabel },
  { key: 'status', title: '状态', render: referral => <ReferralState of={referral} /> },
  { key: 'from', title: '转出单位', render: referral => referral.fromUnitName },
  { key: 'to', title: '接收方', render: referral => referral.toName },
  { key: 'sent', title: '发出', render: referral => referral.sentOn ?? '未发出' },
  { key: 'due', title: '答复期限', isWideOnly: true, render: referral => referral.answerDueOn ?? '' },
]
const filters: RecordFilter[] = [
  {
    key: 'party', label: '方向', kind: 'custom', render: ({ id, value, onChange }) => (
      <Select
        id={id} className="xh-select" value={value ?? 'sender'} options={partyOptions} onChange={next => onChange(next === 'sender' ? undefined : next)}
      />
    ),
  },
  { key: 'status', label: '状态', kind: 'choice', options: statusOptions },
  { key: 'overdue', label: '答复', kind: 'choice', options: [{ value: 'true', label: '已逾期' }] },
]

/** Referrals that went out or came in, the latest changed first. */
export default function ReferralListPage() {
  const { may } = useSession()
  return (
    <Page
      title="转介"
      lead={<>请另一个单位、部门、医院或学校帮助孩子。新的转介从孩子的档案页发起；整个档案换单位请用{may('child.transfer') ? <Link to="/transfers">儿童转接</Link> : '儿童转接'}。</>}
      actions={<Link to="/outside-bodies"><Button>外部机构名录</Button></Link>}
    >
      <RecordList
        caption="转介" queryKey={queries.listReferrals.key()} load={loadReferrals} columns={columns} filters={filters}
        linkTo={referral => `/referrals/${referral.id}`}
        empty={{ title: '这里还没有转介', lead: '打开孩子的档案，点“转介”，选择接收方和随转内容。', action: <Link to="/children"><Button>去关爱对象</Button></Link> }}
      />
    </Page>
  )
}

const loadReferrals = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listReferrals({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listReferrals>[0], { signal }))
