import type { DayCase } from '#modules/phone/contract.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { dayWords } from '../pieces/days.ts'
import { Icon } from '../pieces/icons.tsx'
import { usePhone } from '../phone-context.ts'
import { daysLate, type DayGroup } from '../rules/days.ts'
import { useWords } from '../words.ts'

type Props = { of: DayCase; group: DayGroup; today: string; isDone: boolean; onRecord: () => void }

/** One child to visit: who, by when, what was arranged, and the button one came for. */
export function VisitCard({ of, group, today, isDone, onRecord }: Props) {
  const words = useWords()
  const { language } = usePhone()
  const late = group === 'overdue' ? daysLate(of, today) : 0
  return (
    <li className="card">
      <p className="name"><strong>{of.childName}</strong>{of.ageWords !== null && <span> · {of.ageWords}</span>}</p>
      {isDone && <p className="done"><Icon name="met" /><span>{words.recordedToday}</span></p>}
      {!isDone && of.dueOn !== null && group !== 'today' && (
        <p>{words.dueBy(dayWords(of.dueOn, language))}{late > 0 && <strong className="late"> {words.late(late)}</strong>}</p>
      )}
      <Arrangement of={of} />
      <BigButton icon="write" kind={isDone ? 'plain' : 'main'} silent label={(isDone ? words.recordAgainFor : words.recordFor)(of.childName)} onTap={onRecord}>
        {isDone ? words.recordAgain : words.record}
      </BigButton>
    </li>
  )
}

/** What was arranged: how, and who goes along. */
export function Arrangement({ of }: { of: DayCase }) {
  const words = useWords()
  if (of.planned === null) return null
  const { medium, secondName, withWorker } = of.planned
  const parts = [words.plannedAs(words.media[medium]), secondName === null ? '' : words.goesAlong(secondName), withWorker ? words.workerGoesAlong : '']
  return <p className="arranged"><Icon name={medium} /><span>{parts.filter(Boolean).join(' · ')}</span></p>
}
