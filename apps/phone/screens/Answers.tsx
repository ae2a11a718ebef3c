import { useState, type ReactNode } from 'react'
import type { DayCase } from '#modules/phone/contract.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { minutesWords, nearDayWords } from '../pieces/days.ts'
import { useToday } from '../pieces/use-today.ts'
import { usePhone } from '../phone-context.ts'
import { daysToChoose } from '../rules/days.ts'
import { mediaToChoose, minutesToChoose, type VisitInHand } from '../rules/recording.ts'
import { useWords } from '../words.ts'

type Props = { of: DayCase; visit: VisitInHand; onChange: (part: Partial<VisitInHand>) => void }
type Row = 'day' | 'how' | 'duration'

/** What was answered, each with a button to change it where it stands. */
export function Answers({ of, visit, onChange }: Props) {
  const words = useWords()
  const { language } = usePhone()
  const [changing, setChanging] = useState<Row>()
  const today = useToday()
  const pick = (part: Partial<VisitInHand>) => {
    onChange(part)
    setChanging(undefined)
  }
  const row = (name: Row, value: string, choices: ReactNode) => (
    <AnswerRow title={words[name]} value={value} isChanging={changing === name} onChange={() => setChanging(changing === name ? undefined : name)}>
      {choices}
    </AnswerRow>
  )
  const near = (day: string) => nearDayWords(day, { today, language, words })
  return (
    <dl className="card answers">
      <div><dt>{words.child}</dt><dd>{of.childName}</dd></div>
      <div><dt>{words.result}</dt><dd>{visit.outcome === 'made' ? words.met : words.missed}</dd></div>
      {row('day', near(visit.madeOn), daysToChoose(today).map(day => (
        <BigButton key={day} icon="today" pressed={day === visit.madeOn} onTap={() => pick({ madeOn: day })}>{near(day)}</BigButton>
      )))}
      {row('how', visit.medium === null ? '' : words.media[visit.medium], mediaToChoose.map(medium => (
        <BigButton key={medium} icon={medium} pressed={medium === visit.medium} onTap={() => pick({ medium })}>{words.media[medium]}</BigButton>
      )))}
      {visit.minutes !== null && row('duration', minutesWords(visit.minutes, words), minutesToChoose.map(minutes => (
        <BigButton key={minutes} icon="clock" pressed={minutes === visit.minutes} onTap={() => pick({ minutes })}>{minutesWords(minutes, words)}</BigButton>
      )))}
      <AnswerRow
        title={words.company} value={visit.withWorker ? words.withWorker : words.withoutWorker} isChanging={false}
        onChange={() => onChange({ withWorker: !visit.withWorker })}
      />
    </dl>
  )
}

type RowProps = { title: string; value: string; isChanging: boolean; onChange: () => void; children?: ReactNode }

function AnswerRow({ title, value, isChanging, onChange, children }: RowProps) {
  const words = useWords()
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <span>{value}</span>
        <button type="button" className="change" data-silent="" aria-label={words.changeOf(title)} aria-expanded={isChanging} onClick={onChange}>
          {isChanging ? words.cancel : words.change}
        </button>
      </dd>
      {isChanging && <dd className="tiles">{children}</dd>}
    </div>
  )
}
