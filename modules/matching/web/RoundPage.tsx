import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Progress, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type OpenedRound, queries, useChanged } from './api.ts'
import './matching.css'
import { OneMoreSheet } from './OneMoreSheet.tsx'
import { ProposalList } from './ProposalList.tsx'
import { RoundStatus } from './RoundStatus.tsx'
import { UnservedList } from './UnservedList.tsx'
import { words } from './words.ts'

/** One round: how far it is, what it proposes, who stays without, and where one more volunteer would help. */
export default function RoundPage() {
  const texts = useWords(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery({
    ...queries.getRound.queryOptions({ input: { id } }), refetchInterval: ({ state }) => (state.data?.status === 'requested' ? 1500 : false),
  })
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const round = asked.data
  return (
    <Page
      title={texts.roundOf(round.unitName)} back={{ to: '/matching', label: texts.matching }}
      lead={texts.roundLead(round.requestedName, texts.moment(round.requestedAt))}
    >
      <Sheet title={texts.result}><Summary round={round} /></Sheet>
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
  const texts = useWords(words)
  if (round.status === 'requested') return <Running round={round} />
  if (round.status !== 'done') return <p><RoundStatus status={round.status} /> {round.failure ?? texts.nothingWritten}</p>
  return (
    <p role="status">
      {texts.summary(round.childCount ?? 0, round.volunteerCount ?? 0, round.proposedCount ?? 0, round.unservedCount ?? 0)}
    </p>
  )
}

function Running({ round }: { round: OpenedRound }) {
  const texts = useWords(words)
  const [cancelling, setCancelling] = useState(false)
  const changed = useChanged()
  const step = round.step ?? 0
  const word = (round.step === null ? undefined : texts.steps[step]) ?? texts.waitingToBegin
  return (
    <div role="status">
      <p>{texts.running(word)}</p>
      <Progress percent={Math.round(((step + 1) / (texts.steps.length + 1)) * 100)} showInfo={false} aria-label={texts.progress(word)} />
      <Button onClick={() => setCancelling(true)}>{texts.cancel}</Button>
      <ConfirmDialog
        open={cancelling} title={texts.cancelTitle} confirmLabel={texts.cancel} onCancel={() => setCancelling(false)}
        onConfirm={async () => { await client.cancelRound({ id: round.id }); setCancelling(false); await changed() }}
      >
        <p>{texts.cancelLead}</p>
      </ConfirmDialog>
    </div>
  )
}
