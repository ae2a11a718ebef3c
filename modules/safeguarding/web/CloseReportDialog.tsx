import { Alert, Form, Input, Modal, Radio } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import type { ClosingResult } from '../contract.ts'
import { findClosingObstacle } from '../rules/closing.ts'
import { client, type ReadReport, useChanged } from './api.ts'
import { optionsOf, words } from './words.ts'

type Values = { version: number; result: ClosingResult; text: string }
type Input = Parameters<typeof client.closeReport>[0]

/** Closes a report. That nobody was told is said before the click, by the rule that would refuse it. */
export function CloseReportDialog({ report, onClose }: { report: ReadReport; onClose: () => void }) {
  const texts = useWords(words)
  const labels = { result: texts.result, text: texts.closing }
  const changed = useChanged()
  const nobodyTold = findClosingObstacle({ result: 'police', steps: report.steps }) !== undefined
  const record = useRecordForm<Values, Input, unknown>({
    name: 'close-report', labels, operation: client.closeReport, initialValues: { version: report.version },
    toInput: values => ({ ...values, id: report.id }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={texts.close} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={720}>
      <RecordForm record={record} submitLabel={texts.close} onCancel={onClose}>
        {nobodyTold && (
          <Alert type="warning" showIcon className="xh-gap" title={texts.nobodyTold} />
        )}
        <Form.Item name="result" label={labels.result} rules={[{ required: true, message: texts.resultNeeded }]}>
          <Radio.Group options={optionsOf(texts).results.map(option => ({ ...option, disabled: nobodyTold && option.value !== 'mistaken' }))} />
        </Form.Item>
        <Form.Item name="text" label={labels.text} extra={texts.sealed} rules={[{ required: true, whitespace: true, message: texts.closingNeeded }]}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
