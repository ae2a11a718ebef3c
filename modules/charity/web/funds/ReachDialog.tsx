import { Form, Input, Modal } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client } from '../api.ts'
import { words } from '../words.ts'
import type { FundDialogProps } from './PublishDialog.tsx'
import { UnitField } from './UnitField.tsx'
import { fundWords } from './words.ts'

type Values = { month?: string; unit?: string; children?: number | null; households?: number | null }

/** Records how many the money of a fund reached. */
export function ReachDialog({ fund, onClose, onDone }: FundDialogProps) {
  const texts = useWords(words)
  const own = useWords(fundWords)
  const labels = { month: own.month, unit: own.unit, children: own.children, households: own.households }
  const record = useRecordForm<Values, Parameters<typeof client.recordReach>[0], unknown>({
    name: 'record-reach', labels, operation: client.recordReach, onSaved: onDone, initialValues: {},
    toInput: ({ month, unit, children, households }) => ({ id: fund.id, month: Number(month), unit: unit ?? '', children: children ?? 0,
      households: households ?? 0 }),
  })
  const must = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.reach} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.reachLead}</p>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        <Form.Item name="month" label={labels.month} rules={[...must(labels.month), { pattern: /^\d{6}$/,
          message: texts.needed(labels.month) }]}><Input inputMode="numeric" maxLength={6} /></Form.Item>
        <Form.Item name="unit" label={labels.unit} rules={must(labels.unit)}><UnitField /></Form.Item>
        <WholeNumberItem name="children" label={labels.children} min={0} max={1_000_000} />
        <WholeNumberItem name="households" label={labels.households} min={0} max={1_000_000} />
      </RecordForm>
    </Modal>
  )
}
