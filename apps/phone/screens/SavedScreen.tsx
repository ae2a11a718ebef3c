import { BigButton } from '../pieces/BigButton.tsx'
import { Note } from '../pieces/Note.tsx'
import { OutboxLine } from '../pieces/OutboxLine.tsx'
import { Screen } from '../pieces/Screen.tsx'
import type { Places } from '../pieces/use-places.ts'
import { usePhone } from '../phone-context.ts'
import { useWords } from '../words.ts'
import type { Place } from './places.ts'

/** It is written down and safe, with or without signal. */
export function SavedScreen({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { isOnline } = usePhone()
  return (
    <Screen title={words.saved}>
      <Note tone="good" icon="met" role="status"><p>{isOnline ? words.savedOnline : words.savedOffline}</p></Note>
      <OutboxLine isQuiet />
      <BigButton icon="today" kind="main" onTap={places.home}>{words.toDay}</BigButton>
    </Screen>
  )
}
