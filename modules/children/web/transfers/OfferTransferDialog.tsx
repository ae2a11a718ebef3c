import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged } from '../api.ts'
import { FormDialog } from '../dialogs/FormDialog.tsx'
import { registerWords } from '../words/register-words.ts'

type Input = Parameters<typeof client.offerTransfer>[0]

/** Offers a child of the own unit to another one, which answers. */
export function OfferTransferDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const texts = useWords(registerWords)
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<Omit<Input, 'childId'>, Input, unknown>({
    name: 'offer-transfer', operation: client.offerTransfer, initialValues: {}, labels: { toUnitId: texts.offerTo, explanation: texts.offerReason },
    refusalFields: { SAME_UNIT: 'toUnitId', UNIT_CLOSED: 'toUnitId' },
    toInput: (values) => ({ ...values, childId }),
    onSaved: async () => {
      await changed()
      void message.success(texts.offered)
      onClose()
    },
  })
  return (
    <FormDialog title={texts.offerTitle} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.offer} onCancel={onClose}>
        <p>{texts.offerLead}</p>
        <Form.Item name="toUnitId" label={texts.offerTo} rules={[{ required: true, message: texts.offerToNeeded }]}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="explanation" label={texts.offerReason} rules={[{ required: true, min: 4, message: texts.askReasonNeeded }]}>
          <Input.TextArea maxLength={300} rows={3} placeholder={texts.offerHint} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}

/** Any open unit of the city, found by a part of its name. */
function UnitSelect({ id, value, onChange }: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const { unitHint } = useWords(registerWords)
  const [q, setQ] = useState('')
  const { data, isFetching } = useQuery({ ...queries.listTransferUnits.queryOptions({ input: { q } }), enabled: q !== '', placeholderData: keepPreviousData })
  const options = (data?.items ?? []).map(({ id: unitId, name, above }) => ({ value: unitId, label: above === null ? name : `${above} · ${name}` }))
  return (
    <Select
      {...id === undefined ? {} : { id }} {...value === undefined ? {} : { value }} {...onChange === undefined ? {} : { onChange }} options={options}
      showSearch={{ filterOption: false, onSearch: (text) => setQ(text.trim()) }} placeholder={unitHint} loading={isFetching}
    />
  )
}
