import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { changePassword } from '#platform/ui/session.ts'
import { useWords } from '#platform/ui/words.ts'

type Passwords = { oldPassword: string; newPassword: string; repeated: string }
const shortest = 8

/** The old password once, the new one twice. */
export function PasswordForm({ onChanged }: { onChanged: () => Promise<void> | void }) {
  const words = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Passwords>()
  const [busy, setBusy] = useState(false)
  const submit = async ({ oldPassword, newPassword }: Passwords) => {
    setBusy(true)
    try {
      await changePassword({ oldPassword, newPassword })
      void message.success(words.passwordChanged)
      await onChanged()
    } catch (problem) {
      const refusal = toRefusal(problem)
      const isAboutNew = refusal.code === 'WEAK_PASSWORD' || refusal.issues?.some(issue => issue.path.includes('newPassword'))
      const name = isAboutNew ? 'newPassword' : 'oldPassword'
      form.setFields([{ name, errors: [refusal.issues?.[0]?.message ?? refusal.message] }])
    } finally {
      setBusy(false)
    }
  }
  const differs = async (_rule: unknown, value: string | undefined) => {
    if (value && value === form.getFieldValue('oldPassword')) throw new Error(words.newPasswordSame)
  }
  const repeats = async (_rule: unknown, value: string | undefined) => {
    if (value !== form.getFieldValue('newPassword')) throw new Error(words.passwordsDiffer)
  }
  return (
    <Form<Passwords>
      form={form}
      name="password"
      layout="vertical"
      requiredMark={false}
      className="xh-form"
      validateTrigger="onBlur"
      onFinish={submit}
    >
      <Form.Item name="oldPassword" label={words.oldPassword} rules={[{ required: true, message: words.passwordNeeded }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={words.newPassword}
        extra={words.newPasswordHint}
        rules={[{ required: true, min: shortest, message: words.newPasswordShort }, { validator: differs }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="repeated" label={words.repeatPassword} dependencies={['newPassword']} rules={[{ validator: repeats }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.changePassword}
      </Button>
    </Form>
  )
}
