import { Form, Input, Modal, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import type { StepKind } from '../contract.ts'
import { client, momentNow, type ReadReport, useChanged } from './api.ts'
import { MomentItem } from './MomentItem.tsx'
import { optionsOf, words } from './words.ts'

type Values = { kind: StepKind; happenedAt: string; contact?: string; receiptNumber?: string; text?: string }
type Input = Parameters<typeof client.recordStep>[0]

/** Appends what was done; it cannot be changed afterwards. */
export function StepDialog({ report, onClose }: { report: ReadReport; onClose: () => void }) {
  const texts = useWords(words)
  const labels = { kind: texts.whatDone, happenedAt: texts.time, contact: texts.contact, receiptNumber: texts.receipt, text: texts.text }
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'record-step', labels, operation: client.recordStep, initialValues: { kind: 'police', happenedAt: momentNow() },
    toInput: ({ kind, happenedAt, contact, receiptNumber, text = '' }) => ({
      id: report.id, kind, happenedAt: happenedAt.slice(0, 16), text,
      ...(contact?.trim() ? { contact } : {}), ...(receiptNumber?.trim() ? { receiptNumber } : {}),
    }),
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={texts.recordStep} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={720}>
      <RecordForm record={record} submitLabel={texts.register} onCancel={onClose}>
        <p className="xh-gap xh-secondary">{texts.stepLead}</p>
        <Form.Item name="kind" label={labels.kind} required><Select options={optionsOf(texts).steps} /></Form.Item>
        <MomentItem name="happenedAt" label={labels.happenedAt} />
        <Form.Item name="contact" label={labels.contact}><Input maxLength={100} placeholder={texts.contactHint} /></Form.Item>
        <Form.Item name="receiptNumber" label={labels.receiptNumber}><Input maxLength={60} /></Form.Item>
        <Form.Item name="text" label={labels.text} extra={texts.sealed}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
