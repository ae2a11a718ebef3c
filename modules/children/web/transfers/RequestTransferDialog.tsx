import { App, Form, Input } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from '../dialogs/FormDialog.tsx'

type Input = Parameters<typeof client.requestTransfer>[0]

/** Asks the unit that holds a child to hand it over; what was typed for the check is not asked again. */
export function RequestTransferDialog({ asked, unitName, onClose }: { asked: Omit<Input, 'explanation'>; unitName: string; onClose: () => void }) {
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<{ explanation: string }, Input, unknown>({
    name: 'request-transfer', operation: client.requestTransfer, initialValues: {},
    labels: { explanation: '转接原因' },
    toInput: ({ explanation }) => ({ ...asked, explanation }),
    onSaved: async () => {
      await changed()
      void message.success('已提交，登记单位答复后会通知您。')
      onClose()
    },
  })
  return (
    <FormDialog title={`向${unitName}申请转接`} onClose={onClose}>
      <RecordForm record={record} submitLabel="申请转接" onCancel={onClose}>
        <p>对方同意后，孩子的档案、情况、监护人和同意书转到本单位，由本单位负责帮扶。</p>
        <Form.Item name="explanation" label="转接原因" rules={[{ required: true, min: 4, message: '请写明转接原因，至少4个字。' }]}>
          <Input.TextArea maxLength={300} rows={3} placeholder="如：孩子随父母迁来本社区居住" />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
