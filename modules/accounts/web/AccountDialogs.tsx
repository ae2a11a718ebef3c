import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm, type RecordFormOptions } from '#platform/ui/form/use-record-form.ts'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { client, queries, useAskAgain, type ShownAccount } from './api.ts'
import { words } from './words.ts'

type DialogProps<FormValues extends object, Input, Saved> = Omit<RecordFormOptions<FormValues, Input, Saved>, 'onSaved'> & {
  title: string; onClose: () => void; onSaved?: (saved: Saved) => void; children: ReactNode
}

/** One act on an account in a dialog; lists are asked again afterwards. */
export function FormDialog<FormValues extends object, Input, Saved>({ title, onClose, onSaved, children, ...options }: DialogProps<FormValues, Input,
  Saved>) {
  const askAgain = useAskAgain()
  const record = useRecordForm<FormValues, Input, Saved>({
    ...options,
    onSaved: async saved => {
      await askAgain()
      if (onSaved) onSaved(saved)
      else onClose()
    },
  })
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <RecordForm record={record} submitLabel={title} onCancel={onClose}>{children}</RecordForm>
    </Modal>
  )
}

export function CreateAccountDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const texts = useWords(words)
  const [made, setMade] = useState<{ id: string; password: string }>()
  const labels = { personName: texts.name, signInName: texts.signInName, phone: texts.phone, unitId: texts.homeUnit }
  type Values = { personName: string; signInName: string; phone?: string; unitId: string }
  if (made) return <PasswordDialog password={made.password} onClose={() => { onClose(); onMade(made.id) }} />
  return (
    <FormDialog<Values, Parameters<typeof client.createAccount>[0], Awaited<ReturnType<typeof client.createAccount>>>
      name="create-account" title={texts.create} labels={labels} initialValues={{}} operation={client.createAccount} onClose={onClose}
      refusalFields={{ SIGN_IN_NAME_TAKEN: 'signInName' }} toInput={({ phone, ...values }) => ({ ...values, ...(phone ? { phone } : {}) })}
      onSaved={({ account, firstPassword }) => setMade({ id: account.id, password: firstPassword })}
    >
      <AccountFields labels={labels} />
      <Form.Item name="signInName" label={labels.signInName} rules={[{ required: true, message: texts.needed(labels.signInName) }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

export function CorrectAccountDialog({ account, onClose }: { account: ShownAccount; onClose: () => void }) {
  const texts = useWords(words)
  const labels = { personName: texts.name, phone: texts.phone, unitId: texts.homeUnit }
  type Values = { version: number; personName: string; phone?: string; unitId: string }
  return (
    <FormDialog<Values, Parameters<typeof client.updateAccount>[0], ShownAccount>
      name="correct-account" title={texts.correct} labels={labels} operation={client.updateAccount} onClose={onClose}
      initialValues={{ version: account.version, personName: account.personName, unitId: account.unitId, ...(account.phone === null ? {}
        : { phone: account.phone }) }}
      toInput={({ phone, ...values }) => ({ id: account.id, ...values, phone: phone || null })}
    >
      <AccountFields labels={labels} />
    </FormDialog>
  )
}

function AccountFields({ labels }: { labels: { personName: string; phone: string; unitId: string } }) {
  const texts = useWords(words)
  return (
    <>
      <Form.Item name="personName" label={labels.personName} rules={[{ required: true, whitespace: true, message: texts.needed(labels.personName) }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="phone" label={labels.phone}><Input maxLength={30} inputMode="tel" /></Form.Item>
      <Form.Item name="unitId" label={labels.unitId} rules={[{ required: true, message: texts.needed(labels.unitId) }]}>
        <UnitTreePicker loaders={unitLoaders} allowClear={false} />
      </Form.Item>
    </>
  )
}

export function GrantDialog({ account, onClose }: { account: ShownAccount; onClose: () => void }) {
  const texts = useWords(words)
  const roles = useQuery(queries.listRoles.queryOptions())
  const labels = { roleCode: texts.role, unitId: texts.unit, fromOn: texts.fromOn, untilOn: texts.untilOn }
  type Values = { roleCode: string; unitId: string; fromOn?: string; untilOn?: string }
  return (
    <FormDialog<Values, Parameters<typeof client.grantRole>[0], ShownAccount>
      name="grant-role" title={texts.grant} labels={labels} operation={client.grantRole} onClose={onClose}
      initialValues={{ unitId: account.unitId, fromOn: chinaToday() }} refusalFields={{ ROLE_EXCLUDES: 'roleCode', TOO_MANY_HOLDERS: 'roleCode',
        ADMINISTRATOR_UNIT: 'unitId' }}
      toInput={({ roleCode, unitId, fromOn, untilOn }) => ({ id: account.id, roleCode, unitId, ...(fromOn ? { fromOn } : {}),
        ...(untilOn ? { untilOn } : {}) })}
    >
      <Form.Item name="roleCode" label={labels.roleCode} rules={[{ required: true, message: texts.chooseRole }]}>
        <Select options={roles.data?.items.map(role => ({ value: role.code, label: role.name, title: role.description })) ?? []} />
      </Form.Item>
      <Form.Item name="unitId" label={labels.unitId} rules={[{ required: true, message: texts.needed(labels.unitId) }]}>
        <UnitTreePicker loaders={unitLoaders} allowClear={false} />
      </Form.Item>
      <DateItem name="fromOn" label={labels.fromOn} min={chinaToday()} />
      <DateItem name="untilOn" label={labels.untilOn} min={chinaToday()} />
    </FormDialog>
  )
}

/** A password that is shown this once. */
export function PasswordDialog({ password, onClose }: { password: string; onClose: () => void }) {
  const texts = useWords(words)
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(password)
    void message.success(texts.copied)
  }
  return (
    <Modal open title={texts.passwordTitle} onCancel={onClose} onOk={onClose} footer={(_all, { OkBtn }) => <OkBtn />} closable={false}
      keyboard={false} mask={{ closable: false }}>
      <p className="xh-figure-value"><code>{password}</code></p>
      <p>{texts.passwordOnce}</p>
      {/* A browser hands out its clipboard over https and on the own machine only. */}
      {window.isSecureContext && <Button onClick={() => void copy()}>{texts.copy}</Button>}
    </Modal>
  )
}
