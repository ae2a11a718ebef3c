import { useState, type SyntheticEvent } from 'react'
import { BigButton } from '../pieces/BigButton.tsx'
import { Field } from '../pieces/Field.tsx'
import { formText } from '../pieces/form-text.ts'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { enrol } from '../steps/sign-in.ts'
import { useWords } from '../words.ts'

/** What the phone is called: one tap, or a name of one's own. */
export function NameScreen() {
  const words = useWords()
  const { house } = usePhone()
  const { isBusy, problem, run } = useTask()
  const [isOwn, setOwn] = useState(false)
  const handleSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = formText(event.currentTarget, 'name').trim()
    if (name !== '') run(() => enrol(house, name))
  }
  return (
    <Screen title={words.nameOfPhone}>
      <p>{words.nameOfPhoneLead}</p>
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      <div className="stack">
        {words.namesOfPhone.map(name => (
          <BigButton key={name} icon="phone" disabled={isBusy} onTap={() => run(() => enrol(house, name))}>{name}</BigButton>
        ))}
        {!isOwn && <BigButton icon="write" onTap={() => setOwn(true)}>{words.ownName}</BigButton>}
      </div>
      {isOwn && (
        <form onSubmit={handleSubmit} noValidate className="stack">
          <Field label={words.nameOfPhone} name="name" maxLength={30} autoComplete="off" />
          <button type="submit" className="button main" disabled={isBusy}><span>{words.useName}</span></button>
        </form>
      )}
    </Screen>
  )
}
