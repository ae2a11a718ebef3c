import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged, type ReadMeeting } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { queryOf } from '../names.ts'
import { MeetingDialog, ResolutionDialog } from './dialogs.tsx'
import { ResolutionCard } from './ResolutionCard.tsx'
import { boardWords } from './words.ts'

/** One meeting: who was there, what was resolved, how everybody voted. */
export default function MeetingPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getMeeting.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return <Shown meeting={asked.data} />
}

function Shown({ meeting }: { meeting: ReadMeeting }) {
  const own = useWords(boardWords)
  const { listed, aside } = useWords()
  const named = (isPresent: boolean) => listed(meeting.members.filter(member => member.isPresent === isPresent)
    .map(({ name, role }) => name + aside(own.roleWords[role])))
  return (
    <Page
      title={meeting.title} lead={<StatusTag tone={meeting.status === 'open' ? 'attention' : 'good'}>{own.status[meeting.status]}</StatusTag>}
      back={{ to: `/board${queryOf({ book: meeting.bookId })}`, label: own.back }} actions={<Acts meeting={meeting} />}
    >
      <Sheet>
        <Facts lines={[
          fact(own.heldOn, meeting.heldOn), fact(own.place, meeting.place), fact(own.attendance, named(true)), fact(own.absent, named(false)),
          meeting.words !== '' && fact(own.words, meeting.words), fact(own.by, meeting.madeName),
        ]} />
      </Sheet>
      <Sheet title={own.resolutions}>
        {meeting.resolutions.length === 0 && <p className="xh-secondary">{own.noResolutions}</p>}
        <ul className="xh-cards">{meeting.resolutions.map(resolution => <ResolutionCard key={resolution.id} meeting={meeting} resolution={resolution} />)}</ul>
      </Sheet>
    </Page>
  )
}

function Acts({ meeting }: { meeting: ReadMeeting }) {
  const own = useWords(boardWords)
  const changed = useChanged()
  const [step, setStep] = useState<'edit' | 'resolution' | 'close'>()
  const board = useQuery(queries.listBoard.queryOptions({ input: { bookId: meeting.bookId } }))
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  const { id, version, mayWrite } = meeting
  return (
    <>
      <Button href={`/api/board-minutes?id=${id}`}>{own.minutes}</Button>
      {mayWrite && <Button onClick={() => setStep('edit')}>{own.editMeeting}</Button>}
      {mayWrite && <Button onClick={() => setStep('close')}>{own.close}</Button>}
      {mayWrite && <Button type="primary" onClick={() => setStep('resolution')}>{own.addResolution}</Button>}
      {step === 'edit' && <MeetingDialog bookId={meeting.bookId} members={board.data?.items ?? []} meeting={meeting} onClose={close} onDone={done} />}
      {step === 'resolution' && <ResolutionDialog meeting={meeting} onClose={close} onDone={done} />}
      <ConfirmDialog open={step === 'close'} title={own.closeTitle} confirmLabel={own.close} onCancel={close}
        onConfirm={async () => { await client.closeMeeting({ id, version }); await done() }}>
        <p>{own.closeLead}</p>
      </ConfirmDialog>
    </>
  )
}
