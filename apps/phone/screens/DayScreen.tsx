import type { DayCase } from '#modules/phone/contract.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { dayWords, momentWords } from '../pieces/days.ts'
import { Icon, type IconName } from '../pieces/icons.tsx'
import { Note } from '../pieces/Note.tsx'
import { OutboxLine } from '../pieces/OutboxLine.tsx'
import { Screen } from '../pieces/Screen.tsx'
import type { Places } from '../pieces/use-places.ts'
import { useToday } from '../pieces/use-today.ts'
import { usePhone } from '../phone-context.ts'
import { isClockOff, othersOf, sectionsOf, type DayGroup } from '../rules/days.ts'
import { useWords } from '../words.ts'
import { NewComments } from './Comments.tsx'
import type { Place } from './places.ts'
import { VisitCard } from './VisitCard.tsx'

const icons: Record<DayGroup, IconName> = { today: 'today', overdue: 'late', tomorrow: 'tomorrow' }

/** Today's visits first; then what the office said, what is late, and tomorrow's. */
export function DayScreen({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { open, language, needsSignIn } = usePhone()
  const today = useToday()
  if (open === undefined) return null
  const { pack, notes } = open.vault
  const sections = sectionsOf(pack.cases, { listOf: pack.today, today })
  const isDone = (of: DayCase) => of.lastMadeOn === today
    || Object.values(notes).some(({ visit }) => visit.caseId === of.caseId && visit.madeOn === today && visit.outcome === 'made')
  const sectionOf = ({ group, cases }: (typeof sections)[number]) => (
    <section key={group}>
      <Heading group={group} />
      <ul className="cards">
        {cases.map(each => (
          <VisitCard
            key={each.caseId} of={each} group={group} today={today} isDone={isDone(each)} onRecord={() => places.go({ kind: 'child', of: each })}
          />
        ))}
      </ul>
    </section>
  )
  return (
    <Screen title={words.hello(pack.personName)}>
      <p className="today">{dayWords(today, language)}</p>
      {isClockOff(pack) && <Note tone="attention" icon="notice" role="status"><p>{words.clockOff}</p></Note>}
      <OutboxLine onOpen={() => places.go({ kind: 'outbox' })} />
      {needsSignIn && <BigButton icon="lock" onTap={() => places.go({ kind: 'sign-in' })}>{words.signInAgain}</BigButton>}
      {sections[0]?.group !== 'today' && <section><Heading group="today" /><p>{words.noVisits}</p></section>}
      {sections.filter(({ group }) => group === 'today').map(sectionOf)}
      <NewComments places={places} />
      {sections.filter(({ group }) => group !== 'today').map(sectionOf)}
      {othersOf(pack.cases).length > 0 && (
        <BigButton icon="write" onTap={() => places.go({ kind: 'others' })}>{words.others}<small>{words.othersLead}</small></BigButton>
      )}
      <p className="small">{words.listFrom(momentWords(pack.madeAt, language))}</p>
      <div className="stack">
        <BigButton icon="shield" kind="grave" onTap={() => places.go({ kind: 'harm', about: '' })}>{words.harm}<small>{words.harmLead}</small></BigButton>
        <BigButton icon="more" onTap={() => places.go({ kind: 'more' })}>{words.more}</BigButton>
      </div>
    </Screen>
  )
}

function Heading({ group }: { group: DayGroup }) {
  const words = useWords()
  return <h2 className={`heading ${group}`}><Icon name={icons[group]} /><span>{words[group]}</span></h2>
}
