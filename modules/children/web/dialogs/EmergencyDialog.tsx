import { Alert, App, Form, Input } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { useWords } from '#platform/ui/words.ts'
import { useNames } from '../names.ts'
import { fileWords } from '../words/file-words.ts'

type Input = Parameters<typeof client.openInEmergency>[0]

/** Opens at once because waiting would harm. */
export function EmergencyDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const texts = useWords(fileWords)
  const { fieldOptions } = useNames()
  const labels = { explanation: texts.emergencyWhat, fields: texts.whichFields }
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'emergency',
    labels,
    operation: client.openInEmergency,
    initialValues: { fields: ['name', 'address', 'guardians'] },
    toInput: (values) => ({ ...values, id: childId }),
    onSaved: async () => {
      void message.success(texts.emergencyOpened)
      await changed()
      onClose()
    },
  })
  return (
    <FormDialog title={texts.emergency} onClose={onClose}>
      <Alert
        type="warning"
        showIcon
        className="xh-gap"
        title={texts.call110}
        description={texts.emergencyLead}
      />
      <RecordForm record={record} submitLabel={texts.emergencyNow} onCancel={onClose}>
        <Form.Item
          name="explanation"
          label={labels.explanation}
          rules={[{ required: true, min: 4, message: texts.emergencyNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
        <Form.Item name="fields" label={labels.fields} rules={[{ required: true, message: texts.fieldNeeded }]}>
          <CheckboxGroup options={fieldOptions} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
