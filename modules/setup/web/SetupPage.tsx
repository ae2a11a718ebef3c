import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Brand } from '#platform/ui/frame/Brand.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries } from './api.ts'
import { words } from './words.ts'

/** The first page of an empty installation: three administrators, then the city. */
export default function SetupPage({ onDone }: { onDone: () => void }) {
  const texts = useWords(words)
  const { labelled } = useWords()
  const state = useQuery(queries.getSetupState.queryOptions())
  const systemIsActive = state.data?.administrators.some(({ role, isActivated }) => role === 'system-admin' && isActivated) ?? false
  return (
    <main className="xh-main" id="content">
      <Brand />
      <Page title={texts.title} lead={texts.lead} width="text" actions={state.data?.isEmpty === false && <Button onClick={onDone}>{texts.back}</Button>}>
        <Sheet title={texts.activate}>
          <p className="xh-actions">{state.data?.administrators.map(each => (
            <StatusTag key={each.role} tone={each.isActivated ? 'good' : 'attention'}>{labelled(each.roleName, each.isActivated ? texts.activated
              : texts.waiting)}</StatusTag>
          ))}</p>
          {state.data?.administrators.some(({ isActivated }) => !isActivated) && <ActivationForm />}
        </Sheet>
        {state.data?.isEmpty && systemIsActive && <Sheet title={texts.city}><CityForm onDone={onDone} /></Sheet>}
      </Page>
    </main>
  )
}

type Activation = Parameters<typeof client.activate>[0]

function ActivationForm() {
  const texts = useWords(words)
  const { message } = App.useApp()
  const cache = useQueryClient()
  const labels = { code: texts.code, personName: texts.personName, signInName: texts.signInName, password: texts.password }
  const record = useRecordForm<Activation, Activation, { role: string }>({
    name: 'activate', labels, initialValues: {}, operation: client.activate, toInput: values => values,
    refusalFields: { WRONG_CODE: 'code', SIGN_IN_NAME_TAKEN: 'signInName', WEAK_PASSWORD: 'password' },
    onSaved: async () => {
      void message.success(texts.activated)
      record.form.resetFields()
      await cache.invalidateQueries({ queryKey: queries.key() })
    },
  })
  const rules = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <RecordForm record={record} submitLabel={texts.activate}>
      <p>{texts.activateLead}</p>
      <Form.Item name="code" label={labels.code} rules={rules(labels.code)}><Input maxLength={40} autoComplete="off" spellCheck={false} /></Form.Item>
      <Form.Item name="personName" label={labels.personName} rules={rules(labels.personName)}><Input maxLength={50} autoComplete="name" /></Form.Item>
      <Form.Item name="signInName" label={labels.signInName} rules={rules(labels.signInName)}><Input maxLength={50} autoComplete="username" /></Form.Item>
      <Form.Item name="password" label={labels.password} extra={texts.passwordHint} rules={rules(labels.password)}><Input.Password
        autoComplete="new-password" /></Form.Item>
    </RecordForm>
  )
}

type CityInput = Parameters<typeof client.createCity>[0]
type City = Awaited<ReturnType<typeof client.createCity>>

function CityForm({ onDone }: { onDone: () => void }) {
  const texts = useWords(words)
  const { aside } = useWords()
  const [made, setMade] = useState<City>()
  const prefectures = useQuery(queries.listPrefectures.queryOptions())
  const labels = { prefectureCode: texts.chosenCity, signInName: texts.signInName, password: texts.password }
  const record = useRecordForm<CityInput, CityInput, City>({
    name: 'city', labels, initialValues: {}, operation: client.createCity, toInput: values => values, onSaved: city => setMade(city),
    refusalFields: { WRONG_CREDENTIALS: 'password', UNKNOWN_PREFECTURE: 'prefectureCode' },
  })
  const rules = (label: string) => [{ required: true, message: texts.needed(label) }]
  if (made) return <Alert type="success" showIcon title={texts.created(made.name, made.units)} action={<Button type="primary"
    onClick={onDone}>{texts.toSignIn}</Button>} />
  return (
    <RecordForm record={record} submitLabel={texts.create}>
      <p>{texts.cityLead}</p>
      <Form.Item name="prefectureCode" label={labels.prefectureCode} extra={prefectures.data?.source} rules={rules(labels.prefectureCode)}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={prefectures.data?.items
          .map(each => ({ value: each.code, label: each.name + aside(each.provinceName) })) ?? []} />
      </Form.Item>
      <Form.Item name="signInName" label={labels.signInName} rules={rules(labels.signInName)}><Input autoComplete="username" /></Form.Item>
      <Form.Item name="password" label={labels.password} rules={rules(labels.password)}><Input.Password autoComplete="current-password" /></Form.Item>
    </RecordForm>
  )
}
