import { Button } from 'antd'
import { Brand } from '#platform/ui/frame/Brand.tsx'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useNarrow } from '#platform/ui/frame/preferences.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { PasswordForm } from './PasswordForm.tsx'

/** Stands before everything else while the password is one that somebody else knows. */
export function FirstPasswordPage() {
  const words = useWords()
  const narrow = useNarrow()
  const { refresh, signOut } = useSession()
  return (
    <div className={narrow ? 'xh-frame xh-narrow' : 'xh-frame'}>
      <header className="xh-header">
        <Brand />
        <div className="xh-header-middle" />
        <Button type="text" onClick={() => void signOut()}>{words.signOut}</Button>
      </header>
      <main className="xh-main" id="content">
        <Page title={words.firstPasswordTitle} lead={words.firstPasswordLead} width="text">
          <Sheet><PasswordForm onChanged={refresh} /></Sheet>
        </Page>
      </main>
    </div>
  )
}
