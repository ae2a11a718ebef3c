import { Form, Modal } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client } from '../api.ts'
import { UnitField } from '../funds/UnitField.tsx'
import { fundWords } from '../funds/words.ts'
import { words } from '../words.ts'
import type { DialogProps } from './ArrivalDialog.tsx'
import { giftWords } from './words.ts'

type Values = { onDay?: string; quantity?: number | null; unit?: string; children?: number | null; households?: number | null }

/** Hands pieces of a gift out for children of a unit; counts only. */
export function HandOutDialog({ gift, onClose, onDone }: DialogProps) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const { unit, children, households, reachLead } = useWords(fundWords)
  const labels = { onDay: texts.day, quantity: own.quantity, unit, children, households }
  const record = useRecordForm<Values, Parameters<typeof client.handOutGoods>[0], unknown>({
    name: 'hand-out', labels, operation: client.handOutGoods, onSaved: onDone, initialValues: { onDay: chinaToday() },
    toInput: values => ({
      id: gift.id, version: gift.version, onDay: values.onDay ?? '', quantity: values.quantity ?? 0, unit: values.unit ?? '', children: values.children ?? 0,
      households: values.households ?? 0,
    }),
  })
  const must = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.handOut} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.pieces(gift.leftQuantity ?? 0, gift.countedIn ?? '')} · {reachLead}</p>
      <RecordForm record={record} submitLabel={own.handOut} onCancel={onClose}>
        <DateItem name="onDay" label={labels.onDay} required max={chinaToday()} {...(gift.receivedOn === null ? {} : { min: gift.receivedOn })} />
        <WholeNumberItem name="quantity" label={labels.quantity} min={1} max={gift.leftQuantity ?? 1} required />
        <Form.Item name="unit" label={labels.unit} rules={must(labels.unit)}><UnitField /></Form.Item>
        <WholeNumberItem name="children" label={labels.children} min={0} max={1_000_000} />
        <WholeNumberItem name="households" label={labels.households} min={0} max={1_000_000} />
      </RecordForm>
    </Modal>
  )
}
