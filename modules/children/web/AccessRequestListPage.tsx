import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { fieldNames, purposeNames } from '../rules/words.ts'
import { client, queries, type ShownRequest } from './api.ts'
import { optionsOf, requestStatusNames } from './names.ts'

const columns: RecordColumn<ShownRequest>[] = [
  { key: 'who', title: '申请', isName: true, render: (request) => `${request.personName}（${request.askingUnitName}）查阅${request.maskedName}` },
  { key: 'purpose', title: '用途', render: (request) => `${purposeNames[request.purpose]}：${request.explanation}` },
  { key: 'fields', title: '内容', render: (request) => request.fields.map((field) => fieldNames[field]).join('、') },
  { key: 'days', title: '期限', render: (request) => (request.isEmergency ? '24小时' : `${request.days}天`) },
  { key: 'status', title: '办理', render: (request) => <Decision request={request} /> },
]

/** Requests to read full files: to decide, for the responsible person; one's own, for everybody else. */
export default function AccessRequestListPage() {
  const { may } = useSession()
  const lead = may('access.decide') ? '批准即授权在期限内查阅所列内容。紧急查阅已经生效，请复核；不同意即刻终止。' : '这里是您提交的申请。'
  return (
    <Page title="查阅申请" lead={lead}>
      <RecordList
        caption="查阅申请" queryKey={queries.listAccessRequests.key()} load={load} columns={columns} linkTo={(request) => `/children/${request.childId}`}
        filters={[{ key: 'status', label: '状态', kind: 'choice', options: optionsOf(requestStatusNames) }]}
        empty={{ title: '没有查阅申请', lead: '有人申请查阅孩子的完整档案时，会显示在这里。' }}
      />
    </Page>
  )
}

async function load({ filters, after, limit, signal }: PageRequest) {
  const status = filters['status'] as ShownRequest['status'] | undefined
  return client.listAccessRequests({ limit, ...(status === undefined ? {} : { status }), ...(after === undefined ? {} : { after }) }, { signal })
}

function Decision({ request }: { request: ShownRequest }) {
  const { may } = useSession()
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [isRejecting, setIsRejecting] = useState(false)
  const decide = async (approved: boolean, note?: string) => {
    await client.decideAccess({ id: request.id, approved, ...(note === undefined ? {} : { note }) })
    setIsRejecting(false)
    void message.success(approved ? '已批准。' : '未批准，已通知申请人。')
    await cache.invalidateQueries({ queryKey: queries.key() })
  }
  const approve = () => void decide(true).catch((problem: unknown) => message.error(toRefusal(problem).message))
  if (request.status !== 'pending') {
    return (
      <>
        <StatusTag tone={request.status === 'approved' ? 'good' : 'neutral'}>{requestStatusNames[request.status]}</StatusTag>
        <span className="xh-secondary"> {request.decidedName} {request.decisionNote}</span>
      </>
    )
  }
  if (!may('access.decide') || request.isOwn) return <StatusTag tone="attention">待审批</StatusTag>
  return (
    <div className="xh-actions">
      {request.isEmergency && <StatusTag tone="danger">紧急，已生效</StatusTag>}
      <Button type="primary" onClick={approve}>{request.isEmergency ? '复核通过' : '批准'}</Button>
      <Button onClick={() => setIsRejecting(true)}>{request.isEmergency ? '不同意，立即终止' : '不批准'}</Button>
      <ReasonDialog open={isRejecting} title="不批准这份申请？" confirmLabel="不批准" onConfirm={(note) => decide(false, note)} onCancel={() => setIsRejecting(false)} />
    </div>
  )
}
