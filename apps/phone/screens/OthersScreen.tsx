import { BigButton } from '../pieces/BigButton.tsx'
import { dayWords } from '../pieces/days.ts'
import { Screen } from '../pieces/Screen.tsx'
import type { Places } from '../pieces/use-places.ts'
import { usePhone } from '../phone-context.ts'
import { othersOf } from '../rules/days.ts'
import { useWords } from '../words.ts'
import type { Place } from './places.ts'

/** One's own children nobody has to visit now: whoever looked in on one chooses it here, and goes on as with any visit. */
export function OthersScreen({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { open, language } = usePhone()
  const others = othersOf(open?.vault.pack.cases ?? [])
  return (
    <Screen title={words.others} onBack={places.back}>
      {others.length === 0 && <p>{words.othersNone}</p>}
      <div className="stack">
        {others.map(each => (
          <BigButton key={each.caseId} icon="write" onTap={() => places.go({ kind: 'child', of: each })}>
            {each.childName}
            <small>{[each.ageWords, each.lastMadeOn === null ? words.neverMade : words.lastMade(dayWords(each.lastMadeOn, language))]
              .filter(Boolean).join(' · ')}</small>
          </BigButton>
        ))}
      </div>
    </Screen>
  )
}
