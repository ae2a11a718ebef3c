import { useState } from 'react'
import { BigButton } from '../pieces/BigButton.tsx'
import { Keypad } from '../pieces/Keypad.tsx'
import { Note } from '../pieces/Note.tsx'
import { OutboxLine } from '../pieces/OutboxLine.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { triesLeft } from '../rules/wiping.ts'
import { unlock } from '../steps/pin.ts'
import { useWords } from '../words.ts'
import { SignOutScreen } from './SignOutScreen.tsx'

/** Six digits open the page; whoever forgot them signs out and in again. */
export function LockedScreens() {
  const [isForgotten, setForgotten] = useState(false)
  return isForgotten ? <SignOutScreen onBack={() => setForgotten(false)} /> : <PinScreen onForgotten={() => setForgotten(true)} />
}

function PinScreen({ onForgotten }: { onForgotten: () => void }) {
  const words = useWords()
  const { house, device } = usePhone()
  const { isBusy, problem, run } = useTask()
  const [pin, setPin] = useState('')
  const handleFull = (full: string) => run(async () => {
    await unlock(house, full)
    setPin('')
  })
  const left = device === undefined ? 0 : triesLeft({ wrongPins: device.wrongPins, keeping: device.keeping })
  const isWrong = !isBusy && device !== undefined && device.wrongPins > 0
  return (
    <Screen title={words.openPin}>
      <OutboxLine />
      {isWrong && (
        <Note tone="error" icon="notice" role="alert">
          <p>{words.wrongPin(left)}</p>
          {left === 1 && <p>{words.lastTry}</p>}
        </Note>
      )}
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      {isBusy && <p role="status">{words.opening}</p>}
      <Keypad pin={pin} onChange={setPin} onFull={handleFull} disabled={isBusy} />
      <BigButton icon="lock" onTap={onForgotten}>{words.forgotPin}</BigButton>
    </Screen>
  )
}
