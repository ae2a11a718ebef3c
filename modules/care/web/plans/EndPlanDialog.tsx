import { Form, Input, Radio } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type OpenedPlan, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { endingOptions } from '../names.ts'

type Asked = Parameters<typeof client.endPlan>[0]
type Values = { version: number; reason: Asked['reason']; ending?: string }

const labels = { reason: '结束原因', ending: '效果' }

/** Ends a plan with the reason and what came of it. */
export function EndPlanDialog({ plan, onClose }: { plan: OpenedPlan; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'end-plan', labels, operation: client.endPlan, initialValues: { version: plan.version },
    toInput: values => ({ ...values, id: plan.id, ending: values.ending ?? '' }), refusalFields: { GOALS_OPEN: 'reason' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title="结束方案" onClose={onClose}>
      <RecordForm record={record} submitLabel="结束方案" onCancel={onClose}>
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, message: '请选择结束原因。' }]}><Radio.Group options={endingOptions} /></Form.Item>
        <Form.Item name="ending" label={labels.ending} extra="加密保存，只有办理人员能看到。"><Input.TextArea rows={4} maxLength={1000} showCount /></Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
