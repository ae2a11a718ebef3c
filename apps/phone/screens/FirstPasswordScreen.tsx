import type { SyntheticEvent } from 'react'
import { Field } from '../pieces/Field.tsx'
import { formText } from '../pieces/form-text.ts'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { changeFirstPassword } from '../steps/sign-in.ts'
import { useWords } from '../words.ts'

/** A password that somebody else had set is changed before anything else. */
export function FirstPasswordScreen() {
  const words = useWords()
  const { house } = usePhone()
  const { isBusy, problem, run } = useTask()
  const handleSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = formText(event.currentTarget, 'password')
    run(() => changeFirstPassword(house, password))
  }
  return (
    <Screen title={words.firstPassword}>
      <p>{words.firstPasswordLead}</p>
      <form onSubmit={handleSubmit} noValidate className="stack">
        <Field label={words.newPassword} name="password" type="text" autoComplete="new-password" autoCapitalize="none" spellCheck={false} maxLength={128} />
        {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
        <button type="submit" className="button main" disabled={isBusy}><span>{isBusy ? words.waiting : words.changeIt}</span></button>
      </form>
    </Screen>
  )
}
