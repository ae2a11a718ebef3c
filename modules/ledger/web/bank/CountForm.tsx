import { Alert, Form, Input } from 'antd'
import { useState } from 'react'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { MoneyField } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, useChanged } from '../statements/api.ts'
import { words } from './words.ts'

type Values = { countedOn?: string; counted?: number | string; reason?: string }

/** First signature: what the cashier counted. */
export function CountForm({ bookId, accountId }: { bookId: string; accountId: string }) {
  const texts = useWords(words)
  const changed = useChanged()
  const [isSaved, setSaved] = useState(false)
  const record = useRecordForm<Values, Parameters<typeof client.countCashDay>[0], unknown>({
    name: 'count-cash', labels: { countedOn: texts.countedOn, counted: texts.counted, reason: texts.reason }, operation: client.countCashDay,
    initialValues: { countedOn: chinaToday() }, refusalFields: { DIFFERENCE_UNEXPLAINED: 'reason' },
    // What was wrong before stands no longer beside what is saved, and the next count begins empty.
    onSaved: async () => { record.form.resetFields(); setSaved(true); await changed() },
    toInput: ({ countedOn = '', counted = '', reason = '' }) => ({
      bookId, accountId, countedOn, counted: typeof counted === 'number' ? formatYuan(counted) : counted, ...(reason.trim() === '' ? {} : { reason }),
    }),
  })
  return (
    <RecordForm record={record} submitLabel={texts.save}>
      <Form.Item name="countedOn" label={texts.countedOn}><DateField /></Form.Item>
      <Form.Item name="counted" label={texts.counted}><MoneyField /></Form.Item>
      <Form.Item name="reason" label={texts.reason}><Input maxLength={200} /></Form.Item>
      {isSaved && <Alert type="success" showIcon role="status" title={texts.saved} />}
    </RecordForm>
  )
}
