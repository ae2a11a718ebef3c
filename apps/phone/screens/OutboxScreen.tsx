import { sentencesOf } from '#modules/phone/contract/sentences.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { dayWords, minutesWords, momentWords } from '../pieces/days.ts'
import { Icon, type IconName } from '../pieces/icons.tsx'
import { OutboxLine } from '../pieces/OutboxLine.tsx'
import { Screen } from '../pieces/Screen.tsx'
import type { Places } from '../pieces/use-places.ts'
import type { LetterNote } from '../house.ts'
import { usePhone } from '../phone-context.ts'
import { isOnlyHere, isUnsent, type OutboxLetter } from '../rules/outbox.ts'
import { sendAtOnce } from '../steps/send-letters.ts'
import { useWords } from '../words.ts'
import type { Words } from '../words/words-type.ts'
import type { Place } from './places.ts'

/** Everything written on this phone and how far it has come, in plain sentences. */
export function OutboxScreen({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { letters, house, isSending } = usePhone()
  const visits = letters.filter(({ kind }) => kind === 'visit').toReversed()
  const [open, done] = [visits.filter(({ state }) => state !== 'recorded'), visits.filter(({ state }) => state === 'recorded')]
  const reads = letters.filter(letter => letter.kind === 'reads' && isUnsent(letter)).length
  return (
    <Screen title={words.outbox} onBack={places.back}>
      <OutboxLine />
      {open.length === 0 && <p>{words.outboxEmpty}</p>}
      {letters.some(isOnlyHere) && (
        <BigButton icon="box" kind="main" disabled={isSending} onTap={() => void sendAtOnce(house, { isAsked: true })}>
          {isSending ? words.stateSending : words.sendNow}
        </BigButton>
      )}
      <LetterList title={words.openItems} letters={open} />
      {reads > 0 && <p>{words.alsoReads(reads)}</p>}
      <LetterList title={words.sentItems} letters={done} />
    </Screen>
  )
}

function LetterList({ title, letters }: { title: string; letters: readonly OutboxLetter[] }) {
  if (letters.length === 0) return null
  return <section><h2>{title}</h2><ul className="cards">{letters.map(letter => <LetterCard key={letter.itemId} letter={letter} />)}</ul></section>
}

const icons: Record<OutboxLetter['state'], IconName> = { unsent: 'box', recorded: 'sent', waiting: 'clock', 'set-aside': 'notice', refused: 'notice' }

function LetterCard({ letter }: { letter: OutboxLetter }) {
  const words = useWords()
  const { language, open, letters, isSending } = usePhone()
  const note = open?.vault.notes[letter.itemId]
  const parts = letters.filter(each => each.visitItemId === letter.itemId && isUnsent(each)).length
  const sentences = letter.code === null ? undefined : sentencesOf(letter.code, language === 'en' ? 'en' : 'zh')
  const isTired = letter.state === 'unsent' && letter.tries > 0 && sentences === undefined
  return (
    <li className="card">
      <p className={`state ${letter.state}`}><Icon name={icons[letter.state]} /><strong>{stateWords(letter, isSending, words)}</strong></p>
      <p>{note === undefined ? words.unnamedItem : aboutOf(note, words)}</p>
      <p className="small">{note === undefined ? momentWords(letter.writtenAt, language) : dayWords(note.visit.madeOn, language)}</p>
      {sentences && <p>{sentences.message}{sentences.next}</p>}
      {isTired && <p>{words.tried}</p>}
      {letter.reason !== null && <p>{words.reason(letter.reason)}</p>}
      {parts > 0 && <p>{words.photosLeft(parts)}</p>}
    </li>
  )
}

function stateWords({ state }: OutboxLetter, isSending: boolean, words: Words): string {
  if (state === 'unsent') return isSending ? words.stateSending : words.stateUnsent
  return { recorded: words.stateRecorded, waiting: words.stateWaiting, 'set-aside': words.stateSetAside, refused: words.stateRefused }[state]
}

function aboutOf({ childName, visit }: LetterNote, words: Words): string {
  const result = visit.outcome === 'made' ? words.met : words.missed
  return [childName, result, words.media[visit.medium], visit.minutes > 0 ? minutesWords(visit.minutes, words) : ''].filter(Boolean).join(' · ')
}
