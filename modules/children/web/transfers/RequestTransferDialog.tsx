import { App, Form, Input } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, useChanged } from '../api.ts'
import { useWords } from '#platform/ui/words.ts'
import { FormDialog } from '../dialogs/FormDialog.tsx'
import { registerWords } from '../words/register-words.ts'

type Input = Parameters<typeof client.requestTransfer>[0]

type DialogProps = { asked: Omit<Input, 'explanation'>; unitName: string; onAsked: () => void; onClose: () => void }

/** Asks the unit that holds a child to hand it over; what was typed for the check is not asked again. */
export function RequestTransferDialog({ asked, unitName, onAsked, onClose }: DialogProps) {
  const texts = useWords(registerWords)
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<{ explanation: string }, Input, unknown>({
    name: 'request-transfer', operation: client.requestTransfer, initialValues: {},
    labels: { explanation: texts.askReason },
    toInput: ({ explanation }) => ({ ...asked, explanation }),
    onSaved: async () => {
      await changed()
      void message.success(texts.asked)
      onAsked()
      onClose()
    },
  })
  return (
    <FormDialog title={texts.askTitle(unitName)} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.askTransfer} onCancel={onClose}>
        <p>{texts.askLead}</p>
        <Form.Item name="explanation" label={texts.askReason} rules={[{ required: true, min: 4, message: texts.askReasonNeeded }]}>
          <Input.TextArea maxLength={300} rows={3} placeholder={texts.askHint} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
