import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { ArrivalStatus } from './ArrivalListPage.tsx'
import { client, queries, type ReadArrival, useChanged } from './api.ts'
import './phone.css'
import { words } from './words.ts'

/** One arrival, opened once: coming back to the window is no new reading. */
export default function ArrivalPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const once = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const
  const asked = useQuery({ ...queries.openArrival.queryOptions({ input: { id } }), ...once })
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ArrivalView arrival={asked.data} /> : <Skeleton active />
}

function ArrivalView({ arrival }: { arrival: ReadArrival }) {
  const texts = useWords(words)
  const { momentText } = useWords()
  const [act, setAct] = useState<'accept' | 'set-aside'>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const mayDecide = arrival.status === 'waiting'
  const mayAccept = mayDecide && arrival.visit !== null && arrival.caseId !== null
  return (
    <Page
      title={texts.arrivalOf(arrival.personName)} width="text" back={{ to: '/phone-arrivals', label: texts.arrivals }}
      lead={<><ArrivalStatus status={arrival.status} /> {texts.writtenOn(arrival.deviceName, momentText(arrival.writtenAt))}</>}
      actions={mayDecide && (
        <>
          <Button onClick={() => setAct('set-aside')}>{texts.setAside}</Button>
          {mayAccept && <Button type="primary" onClick={() => setAct('accept')}>{texts.accept}</Button>}
        </>
      )}
    >
      <MatterSheet arrival={arrival} />
      <RivalSheet arrival={arrival} />
      {arrival.decidedAt !== null && <DecisionSheet arrival={arrival} />}
      {act === 'accept' && arrival.visit !== null && <AcceptDialog arrival={arrival} visit={arrival.visit} onClose={close} />}
      <ReasonDialog
        open={act === 'set-aside'} title={texts.setAsideTitle} confirmLabel={texts.setAside} onCancel={close} presets={texts.setAsidePresets}
        onConfirm={async reason => { await client.setAsideArrival({ id: arrival.id, version: arrival.version, reason }); close(); await changed() }}
      >
        <p>{texts.setAsideLead}</p>
      </ReasonDialog>
    </Page>
  )
}

function MatterSheet({ arrival }: { arrival: ReadArrival }) {
  const texts = useWords(words)
  const { visit } = arrival
  return (
    <Sheet title={texts.whatWritten}>
      <Facts
        lines={[
          fact(texts.why, texts.codes[arrival.code] ?? arrival.code),
          fact(texts.child, arrival.caseId === null ? texts.unknownChild
            : <Link to={`/cases/${arrival.caseId}` as string}>{arrival.childLabel ?? texts.openCase}</Link>),
          ...(visit ? [
            fact(texts.madeOn, visit.madeOn), fact(texts.medium, texts.media[visit.medium]), fact(texts.outcome, texts.outcomes[visit.outcome]),
            fact(texts.minutes, `${texts.minutesOf(visit.minutes)}${visit.withWorker ? ` · ${texts.withWorker}` : ''}`),
            fact(texts.note, visit.note || texts.noNote),
          ] : []),
        ]}
      />
      {!visit && <p><strong>{texts.contentGone}</strong> {texts.contentGoneLead}</p>}
    </Sheet>
  )
}

function RivalSheet({ arrival }: { arrival: ReadArrival }) {
  const texts = useWords(words)
  if (arrival.visit === null) return null
  return (
    <Sheet title={texts.rivals}>
      {arrival.rivals.length === 0 ? <p>{texts.noRivals}</p> : (
        <ul className="ph-rivals">
          {arrival.rivals.map(rival => (
            <li key={rival.id}>
              <Link to={`/visits/${rival.id}` as string}>{`${rival.madeOn} ${texts.openVisit}`}</Link> {rival.isVoided ? texts.voided : ''}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function DecisionSheet({ arrival }: { arrival: ReadArrival }) {
  const texts = useWords(words)
  const { momentText } = useWords()
  return (
    <Sheet title={texts.decision}>
      <p>{texts.decidedBy(arrival.decidedName ?? '', momentText(arrival.decidedAt ?? ''))}</p>
      {arrival.reason && <p className="ph-words">{arrival.reason}</p>}
      {arrival.visitId && <p><Link to={`/visits/${arrival.visitId}` as string}>{texts.recordedVisit}</Link></p>}
    </Sheet>
  )
}
