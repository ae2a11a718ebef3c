import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { addDays } from '#platform/values/local-date.ts'
import { chinaToday, client, queries, type ShownCase } from '../api.ts'
import { caseColumns } from './CaseListPage.tsx'
import { colourOptions } from '../names.ts'
import { PlannedList } from '../visits/PlannedList.tsx'

const filters: RecordFilter[] = [
  { key: 'within', label: '期限', kind: 'choice', options: [
    { value: 'overdue', label: '已逾期' }, { value: '0', label: '今天到期和已逾期' }, { value: '7', label: '七天内到期' }, { value: '30', label: '三十天内到期' },
  ] },
  { key: 'colour', label: '风险', kind: 'choice', options: colourOptions },
]

const record: RecordColumn<ShownCase> = {
  key: 'record', title: '办理', render: of => <Link to="/visits/record" search={{ case: of.id } as never} aria-label={`记录走访：${of.childLabel}`}>记录走访</Link>,
}

/** Who must be visited: overdue first, since the longest; then what is planned for the coming days. */
export default function WorklistPage() {
  const { may } = useSession()
  const columns = may('visit.record') ? [...caseColumns, record] : caseColumns
  return (
    <Page
      title="走访任务" lead="逾期最久的排在最前。今天到期的不算逾期。"
      actions={may('visit.record') && <Link to="/visits/record"><Button type="primary" icon={<EditOutlined aria-hidden="true" />}>记录走访</Button></Link>}
    >
      <RecordList
        caption="应走访的个案" queryKey={queries.listOverdue.key()} load={loadDue} columns={columns} filters={filters} linkTo={of => `/cases/${of.id}`}
        empty={{ title: '没有进行中的个案', lead: '开案以后，应走访的孩子会按日期排在这里。' }}
      />
      <PlannedList />
    </Page>
  )
}

async function loadDue({ filters: { within, ...wanted }, after, limit, signal }: PageRequest) {
  // Every open case has a due day; none lies further ahead than this.
  const days = within === undefined ? 1000 : Number(within) || 0
  const dueBy = within === 'overdue' ? {} : { dueBy: addDays(chinaToday(), days) }
  return client.listOverdue({ ...wanted, ...dueBy, limit, ...(after === undefined ? {} : { after }) }, { signal })
}
