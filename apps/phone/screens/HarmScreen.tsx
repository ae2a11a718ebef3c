import { BigButton } from '../pieces/BigButton.tsx'
import { Icon } from '../pieces/icons.tsx'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { usePhone } from '../phone-context.ts'
import { useWords } from '../words.ts'
import type { At } from './places.ts'

/** Harm to a child: the police first, the report after. */
export function HarmScreen({ place, places }: At<'harm' | 'harm-report'>) {
  const words = useWords()
  const { isOnline } = usePhone()
  return (
    <Screen title={words.harmTitle} onBack={places.back}>
      <h2>{words.harmFirst}</h2>
      <p>{words.harmFirstLead}</p>
      <a className="button grave" href="tel:110"><Icon name="call" /><span>{words.call110}</span></a>
      <h2>{words.harmThen}</h2>
      <p>{words.harmThenLead}</p>
      {isOnline
        ? <BigButton icon="write" onTap={() => places.go({ kind: 'harm-report', about: place.about })}>{words.writeReport}</BigButton>
        : <Note tone="attention" icon="notice" role="status"><p>{words.harmOffline}</p></Note>}
    </Screen>
  )
}
