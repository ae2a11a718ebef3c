import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { toRefusal } from '../api/refusal.ts'
import { signIn } from '../session.ts'
import { useWords } from '../words.ts'

type Credentials = { name: string; password: string }

/** Name and password. `onSignedIn` runs when the server has accepted them. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => Promise<void> | void }) {
  const words = useWords()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (credentials: Credentials) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await signIn({ name: credentials.name.trim(), password: credentials.password })
      await onSignedIn()
    } catch (refused) {
      setProblem(toRefusal(refused).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form<Credentials> name="sign-in" layout="vertical" requiredMark={false} onFinish={submit}>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} className="xh-gap" />}</div>
      <Form.Item name="name" label={words.name} rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.passwordNeeded }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>{words.signIn}</Button>
    </Form>
  )
}
