import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ReadVisit, useChanged } from '../api.ts'
import '../care.css'
import { Comments } from './Comments.tsx'
import { CorrectVisitDialog } from './CorrectVisitDialog.tsx'
import { VisitState } from './VisitListPage.tsx'
import { useCategories } from './use-categories.ts'
import { careWords } from '../words.ts'
import { visitWords } from './words.ts'

/** One visit with its note, what it said before, and the ways to put a mistake right. */
export default function VisitPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getVisit.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <VisitView visit={asked.data} /> : <Skeleton active />
}

function VisitView({ visit }: { visit: ReadVisit }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const { purposeName } = useCategories()
  const [act, setAct] = useState<'correct' | 'void'>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const acts = visit.mayCorrect && (
    <>
      <Button danger onClick={() => setAct('void')}>{words.voidIt}</Button>
      <Button onClick={() => setAct('correct')}>{words.correct}</Button>
    </>
  )
  return (
    <Page
      title={words.visitOf(visit.childLabel, visit.madeOn)} width="text" lead={<VisitState visit={visit} />}
      back={{ to: `/cases/${visit.caseId}`, label: care.aCase }} actions={acts}
    >
      {visit.voidedAt !== null && (
        <Alert type="warning" showIcon className="xh-gap" title={words.voidedAt(care.moment(visit.voidedAt), visit.voidReason ?? '')} />
      )}
      <Sheet title={words.course}>
        <Facts
          tiles lines={[
            fact(care.medium, care.media[visit.medium]), fact(words.purpose, purposeName(visit.purpose)), fact(words.duration, care.minutes(visit.minutes)),
            fact(words.outcome, care.outcomes[visit.outcome]), fact(words.who, visit.volunteers.map(({ name }) => name).join(care.and) || care.worker),
            fact(words.recordedBy, `${visit.recordedName}${visit.onBehalfOf ? words.byProxy : ''}${care.comma}${care.moment(visit.recordedAt)}`),
          ]}
        />
      </Sheet>
      <Sheet title={words.note}><Note visit={visit} /></Sheet>
      <Slot name="visit-page" props={{ visitId: visit.id }} />
      <Comments visit={visit} />
      <Versions visit={visit} />
      {act === 'correct' && <CorrectVisitDialog visit={visit} onClose={close} />}
      <ReasonDialog
        open={act === 'void'} title={words.voidTitle} confirmLabel={words.voidIt} isDangerous onCancel={close} presets={words.voidPresets}
        onConfirm={async reason => { await client.voidVisit({ id: visit.id, version: visit.version, reason }); close(); await changed() }}
      >
        <p>{words.voidLead}</p>
      </ReasonDialog>
    </Page>
  )
}

function Note({ visit: { note, hasNote, isNoteClosed } }: { visit: ReadVisit }) {
  const words = useWords(visitWords)
  if (note !== null && note !== '') return <p className="care-note">{note}</p>
  const why = isNoteClosed ? words.noteClosed : words.noteForWorkers
  return <p className="xh-secondary">{hasNote ? why : words.noNote}</p>
}

function Versions({ visit }: { visit: ReadVisit }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const { purposeName } = useCategories()
  if (visit.versions.length === 0) return null
  return (
    <Sheet title={words.corrections}>
      <ul className="xh-cards">
        {visit.versions.map(before => (
          <li key={before.version}>
            <p>{words.correctedBy(care.moment(before.correctedAt), before.correctedName, before.reason)}</p>
            <p className="xh-secondary">
              {words.itWas}{[
                before.madeOn, care.media[before.medium], purposeName(before.purpose), care.minutes(before.minutes), care.outcomes[before.outcome],
                before.volunteerNames || care.worker,
              ].join(care.comma)}
            </p>
            {before.note && <p className="care-note xh-secondary">{before.note}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
