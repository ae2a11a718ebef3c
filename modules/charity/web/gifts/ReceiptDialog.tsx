import { Form, Input, Modal } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client } from '../api.ts'
import { typed } from '../names.ts'
import { words } from '../words.ts'
import type { DialogProps } from './ArrivalDialog.tsx'
import { giftWords } from './words.ts'

type Values = { receiptCode?: string; receiptNumber?: string; receiptOn?: string; receiptHandler?: string }

/** Records the official receipt that was made elsewhere. */
export function ReceiptDialog({ gift, onClose, onDone }: DialogProps) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const labels = { receiptCode: own.receiptCode, receiptNumber: own.receiptNumber, receiptOn: own.receiptOn, receiptHandler: own.receiptHandler }
  const record = useRecordForm<Values, Parameters<typeof client.recordReceipt>[0], unknown>({
    name: 'record-receipt', labels, operation: client.recordReceipt, onSaved: onDone,
    initialValues: {
      ...typed('receiptCode', gift.receiptCode), ...typed('receiptNumber', gift.receiptNumber), ...typed('receiptHandler', gift.receiptHandler),
      receiptOn: gift.receiptOn ?? chinaToday(),
    },
    toInput: ({ receiptCode, receiptNumber, receiptOn, receiptHandler }) => ({
      id: gift.id, version: gift.version, receiptCode: receiptCode ?? '', receiptNumber: receiptNumber ?? '', receiptOn: receiptOn ?? '',
        receiptHandler: receiptHandler ?? '',
    }),
  })
  const must = (label: string) => [{ required: true, whitespace: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.recordReceipt} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.receiptLead}</p>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        <Form.Item name="receiptCode" label={labels.receiptCode} rules={must(labels.receiptCode)}><Input maxLength={20} /></Form.Item>
        <Form.Item name="receiptNumber" label={labels.receiptNumber} rules={must(labels.receiptNumber)}><Input maxLength={20} /></Form.Item>
        <DateItem name="receiptOn" label={labels.receiptOn} required max={chinaToday()} />
        <Form.Item name="receiptHandler" label={labels.receiptHandler} rules={must(labels.receiptHandler)}><Input maxLength={40} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
