import { Link } from '@tanstack/react-router'
import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { scales } from '../../contract.ts'
import type { OpenedCase, ShownAssessment, ShownVisit } from '../api.ts'
import { RiskTag } from '../RiskTag.tsx'
import { visitWords } from '../visits/words.ts'
import { careWords } from '../words.ts'
import { pairingWords } from './pairing-words.ts'
import { riskPageWords } from './risk-words.ts'
import { caseWords } from './words.ts'

type Event = { key: string; on: string; content: ReactNode }

/** What happened, the latest first: visits, assessments, pairings, opening and closing. */
export function CaseTimeline({ of }: { of: OpenedCase }) {
  const pairingEvents = usePairingEvents(of)
  const { wasOpened, wasClosed } = useWords(caseWords)
  const events: Event[] = [
    ...of.visits.map(visit => ({ key: visit.id, on: visit.madeOn, content: <VisitEvent visit={visit} /> })),
    ...of.assessments.map(assessment => ({ key: assessment.id, on: assessment.assessedOn, content: <AssessmentEvent assessment={assessment} /> })),
    ...pairingEvents,
    { key: 'opened', on: of.openedOn, content: wasOpened }, ...(of.closedOn === null ? [] : [{ key: 'closed', on: of.closedOn, content: wasClosed }]),
  ].toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
  return <Timeline items={events.map(({ key, on, content }) => ({ key, content: <><strong>{on}</strong> {content}</> }))} />
}

function VisitEvent({ visit }: { visit: ShownVisit }) {
  const words = useWords(visitWords)
  const { media, outcomes, minutes, and, comma } = useWords(careWords)
  const who = visit.volunteers.map(({ name }) => name).join(and) || visit.recordedName
  return (
    <Link to={`/visits/${visit.id}`} className={visit.voidedAt === null ? '' : 'care-voided'}>
      {[words.visit, media[visit.medium], outcomes[visit.outcome], visit.minutes > 0 && minutes(visit.minutes), who, visit.voidedAt !== null && words.voided]
        .filter(Boolean).join(comma)}
    </Link>
  )
}

function AssessmentEvent({ assessment }: { assessment: ShownAssessment }) {
  const words = useWords(riskPageWords)
  const { scales: names, colours, comma } = useWords(careWords)
  const { colour, derivedColour, scores, overrideReason, assessedName } = assessment
  return (
    <>
      {words.assessed} <RiskTag colour={colour} />{comma}{assessedName}
      <div className="xh-secondary">
        {scales.map(scale => `${names[scale]} ${words.points(scores[scale])}`).join(comma)}
        {overrideReason !== null && words.overridden(colours[derivedColour], overrideReason)}
      </div>
    </>
  )
}

function usePairingEvents({ pairings }: OpenedCase): Event[] {
  const words = useWords(pairingWords)
  const { roles } = useWords(careWords)
  return pairings.flatMap(({ id, fromOn, untilOn, volunteerName, role, endedReason }) => [
    { key: `${id}-from`, on: fromOn, content: words.startedAs(volunteerName, roles[role]) },
    ...(untilOn === null ? [] : [{ key: `${id}-until`, on: untilOn, content: words.endedOn(volunteerName, endedReason) }]),
  ])
}
