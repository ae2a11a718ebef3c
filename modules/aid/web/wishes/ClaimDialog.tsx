import { Form, Input, Modal, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import type { PayerKind } from '../../contract.ts'
import { client, type ReadWish } from '../api.ts'
import { useChoices } from '../names.ts'
import { needWords } from '../words.ts'
import { wishWords } from './words.ts'

type Values = { donorKind: PayerKind; name: string; contact: string; days?: number | null }

/** Records a donor, who learns nothing about the child. */
export function ClaimDialog({ wish, onClose, onDone }: { wish: ReadWish; onClose: () => void; onDone: () => Promise<void> }) {
  const own = useWords(wishWords)
  const { needed } = useWords(needWords)
  const { payers } = useChoices()
  const labels = { donorKind: own.donorKind, name: own.donorName, contact: own.contact, days: own.days }
  const record = useRecordForm<Values, Parameters<typeof client.claimWish>[0], unknown>({
    name: 'claim-wish', labels, operation: client.claimWish, initialValues: { donorKind: 'person' }, onSaved: onDone,
    toInput: ({ days, ...donor }) => ({ id: wish.id, version: wish.version, ...donor, ...(typeof days === 'number' ? { days } : {}) }),
  })
  const required = (label: string) => [{ required: true, whitespace: true, message: needed(label) }]
  return (
    <Modal open title={own.claim} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.claimLead}</p>
      <RecordForm record={record} submitLabel={own.claim} onCancel={onClose}>
        <Form.Item name="donorKind" label={labels.donorKind}><Select options={payers} /></Form.Item>
        <Form.Item name="name" label={labels.name} rules={required(labels.name)}><Input maxLength={60} /></Form.Item>
        <Form.Item name="contact" label={labels.contact} rules={required(labels.contact)}><Input maxLength={60} /></Form.Item>
        <WholeNumberItem name="days" label={labels.days} min={1} max={180} placeholder="30" />
      </RecordForm>
    </Modal>
  )
}
