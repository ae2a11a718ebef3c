import { Form, Input, Modal, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { StepKind } from '../contract.ts'
import { client, momentNow, type ReadReport, useChanged } from './api.ts'
import { MomentItem } from './MomentItem.tsx'
import { stepOptions } from './names.ts'

type Values = { kind: StepKind; happenedAt: string; contact?: string; receiptNumber?: string; text?: string }
type Input = Parameters<typeof client.recordStep>[0]

const labels = { kind: '做了什么', happenedAt: '时间', contact: '对方人员', receiptNumber: '回执或接警编号', text: '说明' }

/** Appends what was done; it cannot be changed afterwards. */
export function StepDialog({ report, onClose }: { report: ReadReport; onClose: () => void }) {
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
    <Modal open title="登记处置" footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={720}>
      <RecordForm record={record} submitLabel="登记" onCancel={onClose}>
        <p className="xh-gap xh-secondary">登记后不能修改；写错了就再登记一条说明。</p>
        <Form.Item name="kind" label={labels.kind} required><Select options={stepOptions} /></Form.Item>
        <MomentItem name="happenedAt" label={labels.happenedAt} />
        <Form.Item name="contact" label={labels.contact}><Input maxLength={100} placeholder="如：东街派出所李警官" /></Form.Item>
        <Form.Item name="receiptNumber" label={labels.receiptNumber}><Input maxLength={60} /></Form.Item>
        <Form.Item name="text" label={labels.text} extra="加密保存。"><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
