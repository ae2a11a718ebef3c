import { Form, Input, Radio, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { refusalReasonNames } from '../../rules/words.ts'
import { client, type ShownRightsRequest, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'

type Input = Parameters<typeof client.decideRightsRequest>[0]
type Values = Pick<Input, 'granted' | 'reply' | 'refusalReason'>

const labels = { granted: '决定', refusalReason: '理由', reply: '答复内容' }

/** Yes or no, with the words that the guardian reads. */
export function DecideRightsDialog({ request, onClose }: { request: ShownRightsRequest; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'decide-rights', labels, operation: client.decideRightsRequest, initialValues: { granted: true },
    toInput: ({ granted, reply, refusalReason }) => (
      { id: request.id, version: request.version, granted, reply, ...(granted || refusalReason === undefined ? {} : { refusalReason }) }),
    onSaved: async () => { await changed(); onClose() },
  })
  const isGranted = Form.useWatch('granted', record.form) !== false
  return (
    <FormDialog title="作出决定" onClose={onClose}>
      <RecordForm record={record} submitLabel="决定" onCancel={onClose}>
        <Form.Item name="granted" label={labels.granted}>
          <Radio.Group options={[{ value: true, label: '同意' }, { value: false, label: '不予办理' }]} />
        </Form.Item>
        {!isGranted && (
          <Form.Item name="refusalReason" label={labels.refusalReason} rules={[{ required: true, message: '不予办理须写明理由。' }]}>
            <Select options={optionsOf(refusalReasonNames)} />
          </Form.Item>
        )}
        <Form.Item name="reply" label={labels.reply} rules={[{ required: true, message: '请写明答复内容。' }]} extra="会写进书面答复。">
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
