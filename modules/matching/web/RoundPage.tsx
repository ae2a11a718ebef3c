import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Progress, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { stepWords } from '../rules/words.ts'
import { client, momentOf, type OpenedRound, queries, useChanged } from './api.ts'
import './matching.css'
import { OneMoreSheet } from './OneMoreSheet.tsx'
import { ProposalList } from './ProposalList.tsx'
import { RoundStatus } from './RoundStatus.tsx'
import { UnservedList } from './UnservedList.tsx'

/** One round: how far it is, what it proposes, who stays without, and where one more volunteer would help. */
export default function RoundPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery({
    ...queries.getRound.queryOptions({ input: { id } }), refetchInterval: ({ state }) => (state.data?.status === 'requested' ? 1500 : false),
  })
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const round = asked.data
  return (
    <Page
      title={`${round.unitName}结对推荐`} back={{ to: '/matching', label: '结对推荐' }}
      lead={`${round.requestedName}于${momentOf(round.requestedAt)}发起。采纳前可以改选，不采纳请写原因。`}
    >
      <Sheet title="结果"><Summary round={round} /></Sheet>
      {round.status === 'done' && (
        <>
          <ProposalList roundId={round.id} />
          <UnservedList roundId={round.id} />
          <OneMoreSheet round={round} />
        </>
      )}
    </Page>
  )
}

function Summary({ round }: { round: OpenedRound }) {
  if (round.status === 'requested') return <Running round={round} />
  if (round.status !== 'done') return <p><RoundStatus status={round.status} /> {round.failure ?? '没有写入任何推荐。'}</p>
  return (
    <p role="status">
      待结对孩子 {round.childCount} 名，有名额的志愿者 {round.volunteerCount} 名；推荐 {round.proposedCount} 对，暂时配不上 {round.unservedCount} 名。
    </p>
  )
}

function Running({ round }: { round: OpenedRound }) {
  const [cancelling, setCancelling] = useState(false)
  const changed = useChanged()
  const step = round.step ?? 0
  const word = round.step === null ? '等待开始' : stepWords[step]
  return (
    <div role="status">
      <p>{word}……可以离开本页，算好后会发消息。</p>
      <Progress percent={Math.round(((step + 1) / (stepWords.length + 1)) * 100)} showInfo={false} aria-label={`进度：${word}`} />
      <Button onClick={() => setCancelling(true)}>取消计算</Button>
      <ConfirmDialog
        open={cancelling} title="取消这一轮推荐？" confirmLabel="取消计算" onCancel={() => setCancelling(false)}
        onConfirm={async () => { await client.cancelRound({ id: round.id }); setCancelling(false); await changed() }}
      >
        <p>取消后不写入任何推荐，可以随时重新开始。</p>
      </ConfirmDialog>
    </div>
  )
}
