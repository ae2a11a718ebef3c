import { Form, Input, Radio, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownRightsRequest, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

type Input = Parameters<typeof client.decideRightsRequest>[0]
type Values = Pick<Input, 'granted' | 'reply' | 'refusalReason'>

/** Yes or no, with the words that the guardian reads. */
export function DecideRightsDialog({ request, onClose }: { request: ShownRightsRequest; onClose: () => void }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const labels = { granted: texts.decision, refusalReason: texts.reason, reply: texts.reply }
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'decide-rights', labels, operation: client.decideRightsRequest, initialValues: { granted: true },
    toInput: ({ granted, reply, refusalReason }) => (
      { id: request.id, version: request.version, granted, reply, ...(granted || refusalReason === undefined ? {} : { refusalReason }) }),
    onSaved: async () => { await changed(); onClose() },
  })
  const isGranted = Form.useWatch('granted', record.form) !== false
  return (
    <FormDialog title={texts.decide} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.decideSubmit} onCancel={onClose}>
        <Form.Item name="granted" label={labels.granted}>
          <Radio.Group options={[{ value: true, label: texts.granted }, { value: false, label: texts.refused }]} />
        </Form.Item>
        {!isGranted && (
          <Form.Item name="refusalReason" label={labels.refusalReason} rules={[{ required: true, message: texts.refusalNeeded }]}>
            <Select options={optionsOf(names.refusalReasons)} />
          </Form.Item>
        )}
        <Form.Item name="reply" label={labels.reply} rules={[{ required: true, message: texts.replyNeeded }]} extra={texts.replyLead}>
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
