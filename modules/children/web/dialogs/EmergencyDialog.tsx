import { Alert, App, Form, Input } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { fieldOptions } from '../names.ts'

type Input = Parameters<typeof client.openInEmergency>[0]

const labels = { explanation: '紧急情况', fields: '要看哪些内容' }

/** Opens at once because waiting would harm. */
export function EmergencyDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'emergency',
    labels,
    operation: client.openInEmergency,
    initialValues: { fields: ['name', 'address', 'guardians'] },
    toInput: (values) => ({ ...values, id: childId }),
    onSaved: async () => {
      void message.success('已开通24小时，请在“完整档案”中打开。')
      await changed()
      onClose()
    },
  })
  return (
    <FormDialog title="紧急查阅" onClose={onClose}>
      <Alert
        type="warning"
        showIcon
        className="xh-gap"
        title="孩子有危险请先拨打110。"
        description="紧急查阅立即生效24小时，会马上通知未成年人信息负责人，并由其事后复核。"
      />
      <RecordForm record={record} submitLabel="立即查阅" onCancel={onClose}>
        <Form.Item
          name="explanation"
          label={labels.explanation}
          rules={[{ required: true, min: 4, message: '请写明紧急情况，至少4个字。' }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
        <Form.Item name="fields" label={labels.fields} rules={[{ required: true, message: '请至少选择一项。' }]}>
          <CheckboxGroup options={fieldOptions} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
