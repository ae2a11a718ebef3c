import { App, Form, Input, Select } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { optionsOf, useNames } from '../names.ts'
import { fileWords } from '../words/file-words.ts'

type Input = Parameters<typeof client.requestAccess>[0]

/** Asks for named fields, for a purpose and a time. */
export function RequestAccessDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const { registration: _own, emergency: _urgent, rights: _rights, ...purposes } = names.purposes
  const labels = { purpose: texts.purpose, explanation: texts.explanation, fields: texts.whichFields, days: texts.howLong }
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'access-request',
    labels,
    operation: client.requestAccess,
    initialValues: { days: 7, fields: ['name'] },
    toInput: (values) => ({ ...values, id: childId }),
    onSaved: async () => {
      void message.success(texts.asked)
      await changed()
      onClose()
    },
  })
  return (
    <FormDialog title={texts.ask} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.submit} onCancel={onClose}>
        <Form.Item name="purpose" label={labels.purpose} rules={[{ required: true, message: texts.purposeNeeded }]}>
          <Select options={optionsOf(purposes)} />
        </Form.Item>
        <Form.Item name="explanation" label={labels.explanation} rules={[{ required: true, message: texts.explanationNeeded }]}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
        <Form.Item
          name="fields"
          label={labels.fields}
          rules={[{ required: true, message: texts.fieldNeeded }]}
          extra={texts.onlyNeeded}
        >
          <CheckboxGroup options={names.fieldOptions} />
        </Form.Item>
        <WholeNumberItem name="days" label={labels.days} min={1} max={90} required suffix={texts.days} />
      </RecordForm>
    </FormDialog>
  )
}
