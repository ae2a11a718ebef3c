import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Brand } from '#platform/ui/frame/Brand.tsx'
import { DisplayChoices } from '#platform/ui/frame/DisplayMenu.tsx'
import { useNarrow } from '#platform/ui/frame/preferences.tsx'
import { sessionQuery } from '#platform/ui/frame/session-context.tsx'
import { SignInForm } from '#platform/ui/frame/SignInForm.tsx'
import { useWords } from '#platform/ui/words.ts'
import { shellWords } from '../shell-words.ts'

/** The door. The address stays as it was, so that a link sent by a colleague opens after signing in. */
export function SignInPage() {
  const words = useWords()
  const shell = useWords(shellWords)
  const narrow = useNarrow()
  const queries = useQueryClient()
  useEffect(() => {
    document.title = `${words.signIn} · ${words.product}`
  }, [words])
  return (
    <div className={narrow ? 'xh-door xh-narrow' : 'xh-door'}>
      <header className="xh-door-side">
        <Brand />
        <div>
          <p className="xh-door-words">{shell.doorFirst}<br />{shell.doorSecond}</p>
          <p>{shell.doorLead}</p>
        </div>
      </header>
      <main className="xh-door-main" id="content">
        <div className="xh-door-form">
          <div>
            <h1>{words.signIn}</h1>
            <p className="xh-secondary">{words.signInLead}</p>
          </div>
          <SignInForm onSignedIn={() => queries.resetQueries({ queryKey: sessionQuery.queryKey })} />
          <p className="xh-secondary">{words.forgotten}</p>
          <div className="xh-door-foot"><DisplayChoices /></div>
        </div>
      </main>
    </div>
  )
}
