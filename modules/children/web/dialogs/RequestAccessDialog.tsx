import { App, Form, Input, InputNumber, Select } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { purposeNames } from '../../rules/words.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { fieldOptions, optionsOf } from '../names.ts'

type Input = Parameters<typeof client.requestAccess>[0]

const labels = { purpose: '用途', explanation: '说明', fields: '要看哪些内容', days: '需要几天' }
const { registration: _own, emergency: _urgent, rights: _rights, ...purposes } = purposeNames

/** Asks for named fields, for a purpose and a time. */
export function RequestAccessDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'access-request',
    labels,
    operation: client.requestAccess,
    initialValues: { days: 7, fields: ['name'] },
    toInput: (values) => ({ ...values, id: childId }),
    onSaved: async () => {
      void message.success('申请已提交，等待未成年人信息负责人审批。')
      await changed()
      onClose()
    },
  })
  return (
    <FormDialog title="申请查阅完整档案" onClose={onClose}>
      <RecordForm record={record} submitLabel="提交申请" onCancel={onClose}>
        <Form.Item name="purpose" label={labels.purpose} rules={[{ required: true, message: '请选择用途。' }]}>
          <Select options={optionsOf(purposes)} />
        </Form.Item>
        <Form.Item name="explanation" label={labels.explanation} rules={[{ required: true, message: '请写明为什么需要。' }]}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
        <Form.Item
          name="fields"
          label={labels.fields}
          rules={[{ required: true, message: '请至少选择一项。' }]}
          extra="只选办事必需的内容。"
        >
          <CheckboxGroup options={fieldOptions} />
        </Form.Item>
        <Form.Item name="days" label={labels.days} rules={[{ required: true, message: '请填写天数。' }]}>
          <InputNumber min={1} max={90} suffix="天" />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
