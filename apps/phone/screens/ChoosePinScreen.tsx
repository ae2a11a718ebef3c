import { useState } from 'react'
import { Keypad } from '../pieces/Keypad.tsx'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { isSimplePin } from '../rules/wiping.ts'
import { choosePin } from '../steps/pin.ts'
import { useWords } from '../words.ts'

/** Six digits, asked twice. */
export function ChoosePinScreen() {
  const words = useWords()
  const { house } = usePhone()
  const { isBusy, problem, run, say } = useTask()
  const [pin, setPin] = useState('')
  const [first, setFirst] = useState<string>()
  const handleFull = (full: string) => {
    setPin('')
    if (first === undefined) return isSimplePin(full) ? say(words.pinTooSimple) : begin(full)
    if (full !== first) return startOver(words.pinsDiffer)
    run(() => choosePin(house, full))
  }
  const begin = (full: string) => {
    setFirst(full)
    say(undefined)
  }
  const startOver = (because: string) => {
    setFirst(undefined)
    say(because)
  }
  return (
    <Screen title={first === undefined ? words.choosePin : words.repeatPin}>
      <p>{first === undefined ? words.choosePinLead : words.repeatPinLead}</p>
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      {isBusy ? <p role="status">{words.opening}</p> : <Keypad pin={pin} onChange={setPin} onFull={handleFull} />}
    </Screen>
  )
}
