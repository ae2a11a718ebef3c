import { Link } from '@tanstack/react-router'
import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import { colourWords, mediumWords, outcomeWords, roleWords, scaleWords } from '../../rules/words.ts'
import type { OpenedCase } from '../api.ts'
import { RiskTag } from '../RiskTag.tsx'

type Event = { key: string; on: string; content: ReactNode }

/** What happened, the latest first: visits, assessments, pairings, opening and closing. */
export function CaseTimeline({ of }: { of: OpenedCase }) {
  const events = [...visitEvents(of), ...assessmentEvents(of), ...pairingEvents(of), ...caseEvents(of)]
    .toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
  return <Timeline items={events.map(({ key, on, content }) => ({ key, content: <><strong>{on}</strong> {content}</> }))} />
}

function visitEvents({ visits }: OpenedCase): Event[] {
  return visits.map(visit => ({
    key: visit.id, on: visit.madeOn,
    content: (
      <Link to={`/visits/${visit.id}`} className={visit.voidedAt === null ? '' : 'care-voided'}>
        {mediumWords[visit.medium]}走访，{outcomeWords[visit.outcome]}{visit.minutes > 0 && `，${visit.minutes}分钟`}
        {`，${visit.volunteers.map(({ name }) => name).join('、') || visit.recordedName}`}{visit.voidedAt !== null && '（已作废）'}
      </Link>
    ),
  }))
}

function assessmentEvents({ assessments }: OpenedCase): Event[] {
  return assessments.map(({ id, assessedOn, colour, derivedColour, scores, overrideReason, assessedName }) => ({
    key: id, on: assessedOn,
    content: (
      <>
        风险评估 <RiskTag colour={colour} />，{assessedName}
        <div className="xh-secondary">
          {Object.entries(scaleWords).map(([scale, word]) => `${word}${scores[scale as keyof typeof scores]}分`).join('，')}
          {overrideReason !== null && `；量表为${colourWords[derivedColour]}，调整理由：${overrideReason}`}
        </div>
      </>
    ),
  }))
}

function pairingEvents({ pairings }: OpenedCase): Event[] {
  return pairings.flatMap(({ id, fromOn, untilOn, volunteerName, role, endedReason }) => [
    { key: `${id}-from`, on: fromOn, content: `${volunteerName}开始${roleWords[role]}` },
    ...(untilOn === null ? [] : [{ key: `${id}-until`, on: untilOn, content: `${volunteerName}结对到这一天为止${endedReason ? `：${endedReason}` : ''}` }]),
  ])
}

const caseEvents = ({ openedOn, closedOn }: OpenedCase): Event[] =>
  [{ key: 'opened', on: openedOn, content: '开案' }, ...(closedOn === null ? [] : [{ key: 'closed', on: closedOn, content: '结案' }])]
