import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { incidentKindNames } from '../../rules/words.ts'
import { client, queries, type ShownIncidentRow } from '../api.ts'
import { askedOf, minuteOf, optionsOf } from '../names.ts'

const columns: RecordColumn<ShownIncidentRow>[] = [
  { key: 'title', title: '事件', isName: true, render: (incident) => incident.title },
  { key: 'kind', title: '类别', render: (incident) => incidentKindNames[incident.kind] },
  { key: 'unit', title: '单位', render: (incident) => incident.unitName },
  { key: 'found', title: '发现时间', render: (incident) => minuteOf(incident.foundAt) },
  { key: 'count', title: '涉及人数', align: 'right', render: (incident) => incident.childrenCount },
  { key: 'status', title: '办理', render: (incident) => <IncidentStatus incident={incident} /> },
]

/** How far an incident has come, and whether somebody was told too late. */
export function IncidentStatus({ incident }: { incident: Pick<ShownIncidentRow, 'status' | 'isLate'> }) {
  return (
    <>
      <StatusTag tone={incident.status === 'closed' ? 'good' : 'attention'}>{incident.status === 'closed' ? '已办结' : '处置中'}</StatusTag>
      {incident.isLate && <StatusTag tone="danger">报告或告知逾期</StatusTag>}
    </>
  )
}

/** What went wrong with data of children, and what was done. */
export default function IncidentListPage() {
  const { may } = useSession()
  const record = may('incident.record') && <Link to="/incidents/record"><Button type="primary">登记事件</Button></Link>
  return (
    <Page title="信息安全事件" lead="泄露、丢失、篡改、违规查阅：登记后立即处置，按期限报告主管部门、告知监护人。" actions={record}>
      <RecordList
        caption="信息安全事件" queryKey={queries.listIncidents.key()} columns={columns} linkTo={(incident) => `/incidents/${incident.id}`}
        load={(asked) => client.listIncidents(askedOf(asked), { signal: asked.signal })}
        filters={[
          { key: 'status', label: '办理', kind: 'choice', options: [{ value: 'open', label: '处置中' }, { value: 'closed', label: '已办结' }] },
          { key: 'kind', label: '类别', kind: 'choice', options: optionsOf(incidentKindNames) },
        ]}
        empty={{ title: '没有信息安全事件', lead: '发现儿童信息泄露、丢失、被篡改或违规查阅时，请立即登记。' }}
      />
    </Page>
  )
}
