import { useState, type SyntheticEvent } from 'react'
import { BigButton } from '../pieces/BigButton.tsx'
import { Choices } from '../pieces/Choices.tsx'
import { Field } from '../pieces/Field.tsx'
import { formText } from '../pieces/form-text.ts'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { countUnsent } from '../rules/outbox.ts'
import { signIn } from '../steps/sign-in.ts'
import { useWords } from '../words.ts'

/** The door of a phone: once, then six digits do. */
export function SignInScreen() {
  const words = useWords()
  const { letters, wipedBecause, stage } = usePhone()
  const unsent = countUnsent(letters)
  return (
    <Screen title={words.signIn}>
      {wipedBecause && <Note tone="attention" icon="notice" role="status"><p>{words.wiped[wipedBecause]}</p></Note>}
      {unsent > 0 && <Note tone="calm" icon="box" role="status"><p>{words.stillUploads(unsent)}</p></Note>}
      <p>{words.signInLead}</p>
      <SignInForm />
      <p>{words.forgotPassword}</p>
      {stage === 'door' && <Choices />}
    </Screen>
  )
}

/** Account and password in large fields; used again when a session has run out. */
export function SignInForm() {
  const words = useWords()
  const { house } = usePhone()
  const { isBusy, problem, run, say } = useTask()
  const [isShown, setShown] = useState(false)
  const handleSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [name, password] = [formText(event.currentTarget, 'name').trim(), formText(event.currentTarget, 'password')]
    if (name === '' || password === '') return say(words.fillAccount)
    run(() => signIn(house, { name, password }))
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="stack">
      <Field label={words.account} name="name" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={50} />
      <Field label={words.password} name="password" type={isShown ? 'text' : 'password'} autoComplete="current-password" maxLength={128} />
      <BigButton icon="eye" pressed={isShown} onTap={() => setShown(!isShown)}>{isShown ? words.hidePassword : words.showPassword}</BigButton>
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      <button type="submit" className="button main" disabled={isBusy}><span>{isBusy ? words.waiting : words.signIn}</span></button>
    </form>
  )
}
