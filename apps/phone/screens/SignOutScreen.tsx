import { BigButton } from '../pieces/BigButton.tsx'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { usePhone } from '../phone-context.ts'
import { countUnsent } from '../rules/outbox.ts'
import { signOut } from '../steps/sign-out.ts'
import { useWords } from '../words.ts'

/** Says what is lost and what is not before anything is wiped. */
export function SignOutScreen({ onBack }: { onBack: () => void }) {
  const words = useWords()
  const { house, letters } = usePhone()
  const unsent = countUnsent(letters)
  return (
    <Screen title={words.leaveTitle} onBack={onBack}>
      <p>{words.leaveText}</p>
      {unsent > 0 && <Note tone="attention" icon="notice"><p>{words.leaveUnsent(unsent)}</p></Note>}
      <div className="stack">
        <BigButton icon="back" kind="main" onTap={onBack}>{words.stay}</BigButton>
        <BigButton icon="leave" kind="grave" onTap={() => void signOut(house)}>{words.leaveNow}</BigButton>
      </div>
    </Screen>
  )
}
