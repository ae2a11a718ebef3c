import { BigButton } from '../pieces/BigButton.tsx'
import { Choices } from '../pieces/Choices.tsx'
import { Icon } from '../pieces/icons.tsx'
import { Screen } from '../pieces/Screen.tsx'
import type { Places } from '../pieces/use-places.ts'
import { usePhone } from '../phone-context.ts'
import { handOverPreferences } from '../preferences.ts'
import { lockPage } from '../steps/pin.ts'
import { useWords } from '../words.ts'
import type { Place } from './places.ts'

/** Size, language, outbox, locking, leaving, and what lies on this phone. */
export function MoreScreen({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { house, device, language, textSize } = usePhone()
  return (
    <Screen title={words.more} onBack={places.back}>
      <Choices />
      <div className="stack">
        <BigButton icon="box" onTap={() => places.go({ kind: 'outbox' })}>{words.outbox}</BigButton>
        <BigButton icon="lock" onTap={() => lockPage(house)}>{words.lockNow}</BigButton>
        <a className="button plain" href="/" onClick={() => handOverPreferences({ language, textSize })}><Icon name="more" /><span>{words.deskPage}</span></a>
        <BigButton icon="leave" kind="grave" onTap={() => places.go({ kind: 'leave' })}>{words.leave}</BigButton>
      </div>
      <section>
        <h2>{words.about}</h2>
        <p>{words.aboutText(device?.keeping.keptDays ?? 0)}</p>
      </section>
      <section>
        <h2>{words.install}</h2>
        <p>{words.installText}</p>
      </section>
    </Screen>
  )
}
