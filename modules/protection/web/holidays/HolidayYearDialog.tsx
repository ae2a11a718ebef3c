import { Form, Input } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { readDays } from '../../rules/holidays.ts'
import { holidayWords } from '../words/holiday-words.ts'

type Asked = Parameters<typeof client.recordHolidayYear>[0]
type Values = { year: number; daysOff: string; daysWorked: string; source: string }

/** The holidays of one year, copied from the notice. */
export function HolidayYearDialog({ year, onClose }: { year: number | undefined; onClose: () => void }) {
  const texts = useWords(holidayWords)
  const labels = { year: texts.year, daysOff: texts.daysOff, daysWorked: texts.daysWorked, source: texts.source }
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'holiday-year', labels, operation: client.recordHolidayYear, initialValues: { ...(year === undefined ? {} : { year }), daysWorked: '' },
    toInput: ({ daysOff, daysWorked, ...values }) => ({ ...values, daysOff: readDays(daysOff) ?? [], daysWorked: readDays(daysWorked) ?? [] }),
    onSaved: async () => { await changed(); onClose() },
  })
  const areDays = { validator: async (_: unknown, text = '') => { if (readDays(text) === undefined) throw new Error(texts.notDays) } }
  return (
    <FormDialog title={texts.enterTitle} onClose={onClose}>
      <p className="xh-secondary">{texts.enterLead}</p>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        <WholeNumberItem name="year" label={labels.year} min={2000} max={2100} required />
        <Form.Item name="daysOff" label={labels.daysOff} extra={texts.daysHint} rules={[{ required: true, message: texts.daysNeeded }, areDays]}>
          <Input.TextArea rows={6} maxLength={800} />
        </Form.Item>
        <Form.Item name="daysWorked" label={labels.daysWorked} extra={texts.daysHint} rules={[areDays]}><Input.TextArea rows={3} maxLength={400} /></Form.Item>
        <Form.Item name="source" label={labels.source} rules={[{ required: true, whitespace: true, message: texts.sourceNeeded }]}>
          <Input maxLength={100} placeholder={texts.sourceHint} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
