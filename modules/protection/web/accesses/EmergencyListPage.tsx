import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { childClient, childQueries, client, queries, type ShownEmergency } from '../api.ts'
import { askedOf, minuteOf, optionsOf } from '../names.ts'

const stateNames = { pending: '待复核', approved: '复核通过', rejected: '不同意，已终止' }

const columns: RecordColumn<ShownEmergency>[] = [
  { key: 'who', title: '紧急查阅', isName: true, render: (access) => `${access.personName}（${access.askingUnitName}）查阅${access.maskedName}` },
  { key: 'at', title: '时间', render: (access) => minuteOf(access.openedAt) },
  { key: 'why', title: '情况', render: (access) => access.explanation },
  { key: 'due', title: '复核期限', render: (access) => <>{access.dueOn} {access.isLate && <StatusTag tone="danger">已逾期</StatusTag>}</> },
  { key: 'status', title: '复核', render: (access) => <Look access={access} /> },
]

/** Files opened at once because waiting would harm, each to be looked at within a few days. */
export default function EmergencyListPage() {
  return (
    <Page title="紧急查阅复核" lead="紧急查阅即时生效，同时通知未成年人信息负责人；请在期限内复核，不同意的立即终止。">
      <RecordList
        caption="紧急查阅" queryKey={queries.listEmergencyAccesses.key()} columns={columns} linkTo={(access) => `/children/${access.childId}`}
        load={(asked) => client.listEmergencyAccesses(askedOf(asked), { signal: asked.signal })}
        filters={[
          { key: 'status', label: '复核', kind: 'choice', options: optionsOf(stateNames) },
          { key: 'late', label: '期限', kind: 'choice', options: [{ value: 'true', label: '已逾期' }, { value: 'false', label: '未逾期' }] },
        ]}
        empty={{ title: '没有紧急查阅', lead: '有人紧急打开孩子的档案时，会立即通知您并显示在这里。' }}
      />
    </Page>
  )
}

function Look({ access }: { access: ShownEmergency }) {
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [isRejecting, setIsRejecting] = useState(false)
  const decide = async (approved: boolean, note?: string) => {
    await childClient.decideAccess({ id: access.id, approved, ...(note === undefined ? {} : { note }) })
    setIsRejecting(false)
    void message.success(approved ? '复核通过。' : '已终止，并通知查阅人。')
    await Promise.all([cache.invalidateQueries({ queryKey: queries.key() }), cache.invalidateQueries({ queryKey: childQueries.key() })])
  }
  if (access.status !== 'pending') {
    return <StatusTag tone={access.status === 'approved' ? 'good' : 'neutral'}>{stateNames[access.status]}（{access.decidedName}）</StatusTag>
  }
  if (access.isOwn) return <StatusTag tone="attention">待其他负责人复核</StatusTag>
  const approve = () => void decide(true).catch((problem: unknown) => message.error(toRefusal(problem).message))
  return (
    <div className="xh-actions">
      <Button type="primary" onClick={approve}>复核通过</Button>
      <Button onClick={() => setIsRejecting(true)}>不同意，立即终止</Button>
      <ReasonDialog
        open={isRejecting} title="不同意这次紧急查阅？" confirmLabel="立即终止" onConfirm={(note) => decide(false, note)}
        onCancel={() => setIsRejecting(false)}
      />
    </div>
  )
}
