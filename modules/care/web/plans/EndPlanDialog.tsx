import { Form, Input, Radio } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type OpenedPlan, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { endingOptions } from '../names.ts'
import { careWords } from '../words.ts'
import { planWords } from './words.ts'

type Asked = Parameters<typeof client.endPlan>[0]
type Values = { version: number; reason: Asked['reason']; ending?: string }

/** Ends a plan with the reason and what came of it. */
export function EndPlanDialog({ plan, onClose }: { plan: OpenedPlan; onClose: () => void }) {
  const words = useWords(planWords)
  const care = useWords(careWords)
  const labels = { reason: words.endReason, ending: words.effect }
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'end-plan', labels, operation: client.endPlan, initialValues: { version: plan.version },
    toInput: values => ({ ...values, id: plan.id, ending: values.ending ?? '' }), refusalFields: { GOALS_OPEN: 'reason' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={words.end} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.end} onCancel={onClose}>
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, message: words.chooseEnding }]}>
          <Radio.Group options={endingOptions(care)} />
        </Form.Item>
        <Form.Item name="ending" label={labels.ending} extra={care.sealed}><Input.TextArea rows={4} maxLength={1000} showCount /></Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
