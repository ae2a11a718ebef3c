import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Skeleton } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries } from './api.ts'

/** Closed months: what is recorded for them later is shown as a correction, with its day. */
export default function ClosingListPage() {
  const session = useSession()
  const cache = useQueryClient()
  const [reopening, setReopening] = useState<{ id: string; month: string }>()
  const found = useQuery(queries.listClosings.queryOptions())
  if (found.isError) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const mayClose = session.may('month.close') && session.unit.level === 'city'
  const refresh = () => cache.invalidateQueries({ queryKey: queries.key() })
  return (
    <Page title="关账" lead="关账后，上报数不再变动；之后补录、更正、作废的记录逐笔列为更正。" back={{ to: '/figures', label: '统计数字' }}>
      {mayClose && <Sheet title="关闭一个月"><CloseMonth onClosed={refresh} /></Sheet>}
      <Sheet title="关账记录">
        {found.isPending && <Skeleton active />}
        {found.data?.items.length === 0 && <Advice title="还没有关过账" lead={mayClose ? '选择月份，关闭已经上报的月份。' : '市关工委办公室关账后，这里会列出。'} />}
        <ul className="xh-cards">
          {found.data?.items.map(item => (
            <li key={item.id}>
              <div className="xh-card-name">
                {item.month} <StatusTag tone={item.reopenedAt === null ? 'good' : 'neutral'}>{item.reopenedAt === null ? '已关账' : '已重新打开'}</StatusTag>
              </div>
              <p>{item.closedByName}于{new Date(item.closedAt).toLocaleString('zh-CN')}关账。</p>
              {item.reopenedAt !== null && <p>{item.reopenedByName}于{new Date(item.reopenedAt).toLocaleString('zh-CN')}重新打开：{item.reopeningReason}</p>}
              {mayClose && item.reopenedAt === null && <Button onClick={() => setReopening(item)}>重新打开</Button>}
            </li>
          ))}
        </ul>
      </Sheet>
      <ReasonDialog
        open={reopening !== undefined} title={`重新打开${reopening?.month ?? ''}？`} confirmLabel="重新打开" onCancel={() => setReopening(undefined)}
        onConfirm={async reason => {
          await client.reopenMonth({ id: reopening?.id ?? '', reason })
          setReopening(undefined)
          await refresh()
        }}
      >
        <p>重新打开后，这个月的上报数按现在的记录显示，直到再次关账。</p>
      </ReasonDialog>
    </Page>
  )
}

function CloseMonth({ onClosed }: { onClosed: () => Promise<void> }) {
  const { message } = App.useApp()
  const [month, setMonth] = useState<string>()
  const close = async () => {
    try {
      await client.closeMonth({ month: month ?? '' })
      void message.success(`${month ?? ''}已关账。`)
      await onClosed()
    } catch (problem) {
      void message.error(toRefusal(problem).message)
    }
  }
  return (
    <div className="xh-actions">
      <DatePicker picker="month" aria-label="月份" onChange={(_, text) => setMonth(String(text ?? '') || undefined)} />
      <Button type="primary" disabled={month === undefined} onClick={() => void close()}>关账</Button>
    </div>
  )
}
