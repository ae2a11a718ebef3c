import { Form, Input } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { chinaToday, client, type ShownPairing, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'

type Values = { version: number; untilOn: string; reason: string }
type Input = Parameters<typeof client.endPairing>[0]

const labels = { untilOn: '最后一天', reason: '原因' }
const presets = ['志愿者身体原因', '志愿者迁居', '孩子迁居', '任务调整']

/** Ends a pairing on a day, with the reason. */
export function EndPairingDialog({ pairing, onClose }: { pairing: ShownPairing; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'end-pairing', labels, operation: client.endPairing, initialValues: { version: pairing.version, untilOn: chinaToday() },
    toInput: values => ({ ...values, id: pairing.id }), refusalFields: { END_BEFORE_START: 'untilOn', VISITED_LATER: 'untilOn' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={`结束与${pairing.volunteerName}的结对`} onClose={onClose}>
      <RecordForm record={record} submitLabel="结束结对" onCancel={onClose}>
        <DateItem name="untilOn" label={labels.untilOn} required min={pairing.fromOn} extra="可以是将来的一天；志愿者的查阅许可同时结束。" />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: '请写明原因。' }]}>
          <Input maxLength={200} placeholder="请不要写孩子的姓名" />
        </Form.Item>
        <div className="xh-presets xh-gap">
          {presets.map(
            preset => <button key={preset} type="button" className="xh-preset" onClick={() => record.form.setFieldValue('reason', preset)}>{preset}</button>
          )}
        </div>
      </RecordForm>
    </FormDialog>
  )
}
