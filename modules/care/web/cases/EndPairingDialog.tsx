import { Form, Input } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, type ShownPairing, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { careWords } from '../words.ts'
import { pairingWords } from './pairing-words.ts'

type Values = { version: number; untilOn: string; reason: string }
type Input = Parameters<typeof client.endPairing>[0]

/** Ends a pairing on a day, with the reason. */
export function EndPairingDialog({ pairing, onClose }: { pairing: ShownPairing; onClose: () => void }) {
  const words = useWords(pairingWords)
  const care = useWords(careWords)
  const labels = { untilOn: words.lastDay, reason: care.reason }
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'end-pairing', labels, operation: client.endPairing, initialValues: { version: pairing.version, untilOn: chinaToday() },
    toInput: values => ({ ...values, id: pairing.id }), refusalFields: { END_BEFORE_START: 'untilOn', VISITED_LATER: 'untilOn' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={words.endTitle(pairing.volunteerName)} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.end} onCancel={onClose}>
        <DateItem name="untilOn" label={labels.untilOn} required min={pairing.fromOn} extra={words.endHint} />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: care.reasonNeeded }]}>
          <Input maxLength={200} placeholder={care.noName} />
        </Form.Item>
        <div className="xh-presets xh-gap">
          {words.endPresets.map(
            preset => <button key={preset} type="button" className="xh-preset" onClick={() => record.form.setFieldValue('reason', preset)}>{preset}</button>
          )}
        </div>
      </RecordForm>
    </FormDialog>
  )
}
