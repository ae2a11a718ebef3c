import { Form, Input, Modal, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadArrival, useChanged } from './api.ts'
import { words } from './words.ts'

type Written = NonNullable<ReadArrival['visit']>
type Values = Pick<Written, 'madeOn' | 'medium' | 'outcome' | 'minutes' | 'note'> & { version: number }
type Input = Parameters<typeof client.acceptArrival>[0]

const optionsOf = <Code extends string>(names: Record<Code, string>) =>
  Object.entries<string>(names).map(([value, label]) => ({ value, label }))

/** What arrived, filled in as it was written; the office puts right what is wrong and records it. */
export function AcceptDialog({ arrival, visit, onClose }: { arrival: ReadArrival; visit: Written; onClose: () => void }) {
  const texts = useWords(words)
  const changed = useChanged()
  const labels = { madeOn: texts.madeOn, medium: texts.medium, outcome: texts.outcome, minutes: texts.minutes, note: texts.note }
  const { madeOn, medium, outcome, minutes, note } = visit
  const record = useRecordForm<Values, Input, unknown>({
    name: 'accept-arrival', labels, operation: client.acceptArrival,
    initialValues: { version: arrival.version, madeOn, medium, outcome, minutes, note },
    toInput: values => ({ ...values, id: arrival.id }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={texts.acceptTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={720}>
      <RecordForm record={record} submitLabel={texts.accept} onCancel={onClose}>
        <p>{texts.acceptLead}</p>
        <DateItem name="madeOn" label={labels.madeOn} required />
        <Form.Item name="outcome" label={labels.outcome}><Radio.Group optionType="button" options={optionsOf(texts.outcomes)} /></Form.Item>
        <Form.Item name="medium" label={labels.medium}><Radio.Group optionType="button" options={optionsOf(texts.media)} /></Form.Item>
        <WholeNumberItem name="minutes" label={labels.minutes} min={0} max={720} required />
        <Form.Item name="note" label={labels.note}><Input.TextArea rows={4} maxLength={4000} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
