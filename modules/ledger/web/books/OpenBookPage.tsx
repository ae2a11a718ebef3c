import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { useWords } from '#platform/ui/words.ts'
import { holderKinds, type HolderKind } from '../../contract.ts'
import { client, queries, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { typedHolder } from './holder.ts'
import { bookWords } from './words.ts'

type Values = { unitId: string; name: string; holderKind: HolderKind; standard: string; startsMonth: string; holderName?: string }

/** Opens a set of books. */
export default function OpenBookPage() {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const { unit: home } = useSession()
  const standards = useQuery(queries.listStandards.queryOptions({ input: {} }))
  const [unit, setUnit] = useState(home.code)
  const labels = { unitId: texts.unit, name: texts.name, holderKind: texts.holder, standard: own.standard, startsMonth: texts.starts,
    holderName: own.holderName }
  const record = useRecordForm<Values, Parameters<typeof client.openBook>[0], { id: string }>({
    name: 'open-book', labels, operation: client.openBook, initialValues: { unitId: home.id, holderKind: 'charity', standard: '2004' },
    refusalFields: { SAME_NAME: 'name', STANDARD_UNKNOWN: 'standard' },
    toInput: ({ unitId: _unitId, startsMonth, holderName, ...values }) => ({ ...values, unit,
      startsMonth: Number(startsMonth), ...typedHolder(holderName) }),
    onSaved: async saved => { await changed(); await navigate({ to: `/books/${saved.id}` }) },
  })
  const rules = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Page title={own.openBook} width="text" back={{ to: '/books', label: texts.books }}>
      <RecordForm record={record} submitLabel={own.openBook}>
        <Form.Item name="unitId" label={labels.unitId} rules={rules(labels.unitId)}>
          <UnitTreePicker loaders={unitLoaders} allowClear={false} onChange={(_id, chosen) => setUnit(chosen?.code ?? home.code)} />
        </Form.Item>
        <Form.Item name="name" label={labels.name} extra={own.nameHint} rules={rules(labels.name)}><Input maxLength={60} /></Form.Item>
        <Form.Item name="holderName" label={labels.holderName} extra={own.holderNameHint}><Input maxLength={60} /></Form.Item>
        <Form.Item name="holderKind" label={labels.holderKind}>
          <Select options={holderKinds.map(value => ({ value, label: texts.holders[value] }))} />
        </Form.Item>
        <Form.Item name="standard" label={labels.standard} rules={rules(labels.standard)}>
          <Select options={(standards.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item name="startsMonth" label={labels.startsMonth} extra={own.startsHint} rules={rules(labels.startsMonth)}>
          <Input maxLength={6} inputMode="numeric" />
        </Form.Item>
      </RecordForm>
    </Page>
  )
}
