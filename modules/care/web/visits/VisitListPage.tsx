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
import { parseLocalDate } from '#platform/values/local-date.ts'
import { mediumWords, outcomeWords } from '../../rules/words.ts'
import { client, queries, type ShownVisit } from '../api.ts'
import { mediumOptions, optionsOf, outcomeOptions } from '../names.ts'

const columns: RecordColumn<ShownVisit>[] = [
  { key: 'day', title: '走访', isName: true, render: visit => `${visit.madeOn} ${visit.childLabel}` },
  { key: 'medium', title: '方式', render: visit => `${mediumWords[visit.medium]}${visit.minutes > 0 ? `，${visit.minutes}分钟` : ''}` },
  { key: 'outcome', title: '结果', render: visit => <VisitState visit={visit} /> },
  { key: 'volunteers', title: '谁去的', render: visit => visit.volunteers.map(({ name }) => name).join('、') || '工作人员' },
  { key: 'recorded', title: '录入人', isWideOnly: true, render: visit => `${visit.recordedName}${visit.onBehalfOf ? '（代录）' : ''}` },
]

const dayFilter = (key: string, label: string): RecordFilter => ({
  key, label, kind: 'custom', render: ({ id, value, onChange }) => <DateField id={id} value={value} onChange={onChange} />,
})
const filters: RecordFilter[] = [
  { key: 'outcome', label: '结果', kind: 'choice', options: outcomeOptions },
  { key: 'medium', label: '方式', kind: 'choice', options: mediumOptions },
  { key: 'voided', label: '作废', kind: 'choice', options: optionsOf({ false: '不含作废', true: '只看作废' }) },
  dayFilter('from', '从'), dayFilter('to', '到'),
]

/** Visits of the range, the latest first; notes are opened one by one. */
export default function VisitListPage() {
  const { may } = useSession()
  const { search, clear } = useAddress<{ caseId: string }>()
  const { caseId } = search
  return (
    <Page
      title="走访记录" lead={caseId ? <>只看一个个案的走访。<Button type="link" onClick={() => clear(['caseId'])}>看全部</Button></> : '记录内容要逐条打开，打开会留下查阅记录。'}
      actions={may('visit.record') && <Link to="/visits/record"><Button type="primary" icon={<EditOutlined aria-hidden="true" />}>记录走访</Button></Link>}
    >
      <RecordList
        caption="走访记录" queryKey={[...queries.listVisits.key(), caseId]} load={request => loadVisits(request, caseId)} columns={columns} filters={filters}
        linkTo={visit => `/visits/${visit.id}`} empty={{ title: '还没有走访记录', lead: '走访后点“记录走访”，一分钟就能记完。' }}
      />
    </Page>
  )
}

/** Whether a visit stands and what came of it. */
export function VisitState({ visit }: { visit: Pick<ShownVisit, 'voidedAt' | 'outcome'> }) {
  if (visit.voidedAt !== null) return <StatusTag tone="neutral">已作废</StatusTag>
  return visit.outcome === 'made' ? <StatusTag tone="good">{outcomeWords.made}</StatusTag> : <StatusTag tone="attention">{outcomeWords.attempted}</StatusTag>
}

// A day that is still being typed does not narrow the list yet.
async function loadVisits({ filters: { from, to, ...wanted }, after, limit, signal }: PageRequest, caseId: string | undefined) {
  const days = { ...(from && parseLocalDate(from) ? { from } : {}), ...(to && parseLocalDate(to) ? { to } : {}) }
  return client.listVisits({ ...wanted, ...days, limit, ...(caseId ? { caseId } : {}), ...(after === undefined ? {} : { after }) }, { signal })
}
