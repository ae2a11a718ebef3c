import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { client, momentOf, queries, type ShownRound, useChanged } from './api.ts'
import { RoundStatus } from './RoundStatus.tsx'

const columns: RecordColumn<ShownRound>[] = [
  { key: 'unit', title: '单位', isName: true, render: round => round.unitName },
  { key: 'at', title: '时间', render: round => momentOf(round.requestedAt) },
  { key: 'person', title: '经办人', isWideOnly: true, render: round => round.requestedName },
  { key: 'children', title: '待结对孩子', align: 'right', render: round => round.childCount ?? '' },
  { key: 'proposed', title: '推荐', align: 'right', render: round => (round.proposedCount === null ? '' : `${round.proposedCount} 对`) },
  { key: 'unserved', title: '暂时配不上', align: 'right', render: round => round.unservedCount ?? '' },
  { key: 'status', title: '状态', render: round => <RoundStatus status={round.status} /> },
]

/** Rounds of matching; a new one looks at every child of the unit and below who has nobody. */
export default function RoundListPage() {
  const [asking, setAsking] = useState(false)
  const { unit } = useSession()
  const navigate = useNavigate()
  const changed = useChanged()
  const start = async () => {
    const { id } = await client.requestRound({})
    await changed()
    await navigate({ to: `/matching/${id}` as string })
  }
  return (
    <Page
      title="结对推荐" lead="系统算出最合适的一组，每一对都写明理由；由人审看后才结对。"
      actions={(
        <>
          <Link to={'/no-go-pairs' as string}><Button tabIndex={-1}>不宜结对名单</Button></Link>
          <Button type="primary" onClick={() => setAsking(true)}>开始推荐</Button>
        </>
      )}
    >
      <RecordList<ShownRound>
        caption="结对推荐记录" queryKey={queries.listRounds.key()} load={load} columns={columns} linkTo={round => `/matching/${round.id}`}
        empty={{ title: '还没有做过推荐', lead: '点“开始推荐”，系统为没有结对的孩子推荐志愿者。' }}
      />
      <ConfirmDialog open={asking} title="开始一轮结对推荐" confirmLabel="开始推荐" onCancel={() => setAsking(false)} onConfirm={start}>
        <Alert type="info" showIcon title={`为${unit.name}及全部下级还没有主要结对人的孩子推荐。只是推荐，不会自动结对；一般几秒到一分钟算好。`} />
      </ConfirmDialog>
    </Page>
  )
}

const load = ({ filters, after, limit, signal }: PageRequest) =>
  client.listRounds({ ...filters, limit, ...(after === undefined ? {} : { after }) }, { signal })
