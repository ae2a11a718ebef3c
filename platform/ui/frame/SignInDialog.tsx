/** Opens over the page when the session has ended, so that a long form keeps what was typed in it. */
import { Alert, App, Button, Modal } from 'antd'
import { useSyncExternalStore } from 'react'
import { Refusal } from '../api/refusal.ts'
import { finishSignIn, giveUpSignIn, isWaitingForSignIn, onSignInGateChange } from '../api/sign-in-gate.ts'
import { readSession } from '../session.ts'
import { useWords } from '../words.ts'
import { SignInForm } from './SignInForm.tsx'

/** Above every dialog of a page, also one opened from another: below it nobody could reach it. */
const aboveDialogs = 1900

export function SignInDialog({ personId }: { personId: string }) {
  const words = useWords()
  const { message } = App.useApp()
  const open = useSyncExternalStore(onSignInGateChange, isWaitingForSignIn)
  const finish = async () => {
    const session = await readSession()
    // Somebody else's rights must not carry out what this person began.
    if (session?.person.id === personId) return finishSignIn()
    void message.warning(words.expiredOther)
    location.assign('/')
  }
  const leave = () => {
    giveUpSignIn(new Refusal({ code: 'UNAUTHENTICATED', message: words.expiredTitle, status: 401 }))
    location.assign('/')
  }
  return (
    <Modal
      open={open}
      title={words.expiredTitle}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      zIndex={aboveDialogs}
      destroyOnHidden
    >
      <Alert type="info" showIcon title={words.expiredLead} className="xh-gap" />
      <SignInForm onSignedIn={finish} />
      <Button type="link" block onClick={leave} className="xh-wrap">
        {words.leaveWithoutSaving}
      </Button>
    </Modal>
  )
}
