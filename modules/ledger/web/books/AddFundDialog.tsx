import { Form, Input, Modal, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { restrictions, type Restriction } from '../../contract.ts'
import { client, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { bookWords } from './words.ts'

type Values = { code: string; name: string; restriction: Restriction; purpose?: string; usableFrom?: string }

/** Opens a fund; what else is asked follows from its restriction. */
export function AddFundDialog({ bookId, onClose }: { bookId: string; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const changed = useChanged()
  const labels = { code: own.fundCode, name: texts.name, restriction: own.restriction, purpose: own.purpose, usableFrom: own.usableFrom }
  const record = useRecordForm<Values, Parameters<typeof client.addFund>[0], unknown>({
    name: 'add-fund', labels, operation: client.addFund, initialValues: { restriction: 'purpose' }, refusalFields: { SAME_CODE: 'code' },
    toInput: ({ code, name, restriction, purpose, usableFrom }) => ({
      bookId, code, name, restriction, ...restriction === 'purpose' && purpose ? { purpose } : {}, ...restriction === 'time' && usableFrom
        ? { usableFrom } : {},
    }),
    onSaved: async () => { await changed(); onClose() },
  })
  const restriction = Form.useWatch('restriction', record.form)
  const rules = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.addFund} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.addFund} onCancel={onClose}>
        <Form.Item name="code" label={labels.code} rules={rules(labels.code)}><Input maxLength={20} /></Form.Item>
        <Form.Item name="name" label={labels.name} rules={rules(labels.name)}><Input maxLength={60} /></Form.Item>
        <Form.Item name="restriction" label={labels.restriction}>
          <Radio.Group options={restrictions.map(value => ({ value, label: texts.restrictions[value] }))} />
        </Form.Item>
        {restriction === 'purpose' && <Form.Item name="purpose" label={labels.purpose} rules={rules(labels.purpose)}><Input maxLength={200} /></Form.Item>}
        {restriction === 'time' && <DateItem name="usableFrom" label={labels.usableFrom} required />}
      </RecordForm>
    </Modal>
  )
}
