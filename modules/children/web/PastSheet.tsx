import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownPast } from './api.ts'
import { useNames } from './names.ts'
import { TypeLine } from './TypeSheet.tsx'
import { fileWords } from './words/file-words.ts'

/** Types, facts and reasons as of any past day that is chosen. */
export function PastSheet({ childId }: { childId: string }) {
  const texts = useWords(fileWords)
  const [typed, setTyped] = useState<string>()
  const [day, setDay] = useState<string>()
  return (
    <Sheet title={texts.past}>
      <form className="xh-actions" onSubmit={(event) => { event.preventDefault(); setDay(typed) }}>
        <label htmlFor="past-day">{texts.day}</label>
        <DateField id="past-day" value={typed} onChange={setTyped} />
        <Button htmlType="submit" disabled={typed === undefined}>{texts.showDay}</Button>
        {day !== undefined && <Button onClick={() => setDay(undefined)}>{texts.fold}</Button>}
      </form>
      {day !== undefined && <PastDay childId={childId} day={day} />}
    </Sheet>
  )
}

function PastDay({ childId, day }: { childId: string; day: string }) {
  const asked = useQuery(queries.getPastChild.queryOptions({ input: { id: childId, day }, retry: false }))
  if (hasNothingToShow(asked)) {
    const refused = toRefusal(asked.error)
    return <Alert role="alert" type="error" showIcon className="xh-gap" title={refused.issues?.[0]?.message ?? refused.message} />
  }
  return asked.data === undefined ? <Skeleton active /> : <PastView past={asked.data} />
}

function PastView({ past }: { past: ShownPast }) {
  const texts = useWords(fileWords)
  return (
    <section aria-label={texts.factsOf(past.day)} aria-live="polite">
      <h3>{texts.typesOf(past.day)}</h3>
      {past.types.length === 0 && <p className="xh-secondary">{texts.noPastTypes}</p>}
      <ul className="xh-plain">{past.types.map((derived) => <TypeLine key={derived.type} derived={derived} facts={past.facts} />)}</ul>
      <h3>{texts.factsOf(past.day)}</h3>
      {past.facts.length === 0 && <p className="xh-secondary">{texts.noPastFacts}</p>}
      <ul className="xh-plain">{past.facts.map((fact) => <PastFact key={fact.id} fact={fact} />)}</ul>
      <p className="xh-secondary">{texts.pastLead}</p>
    </section>
  )
}

function PastFact({ fact }: { fact: ShownPast['facts'][number] }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const value = fact.value === null ? texts.sensitive : (names.values[fact.kind][fact.value] ?? fact.value)
  return (
    <li>
      <strong>{names.subjects[fact.subject]}</strong>{' '}{texts.factLine(names.kinds[fact.kind], value)}
      {' '}<span className="xh-secondary">{texts.span(fact.fromOn, fact.untilOn)}{texts.evidence(names.evidences[fact.evidence])}
        {fact.isLater ? texts.later : ''}</span>
    </li>
  )
}
