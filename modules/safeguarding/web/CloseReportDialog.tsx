import { Alert, Form, Input, Modal, Radio } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { ClosingResult } from '../contract.ts'
import { findClosingObstacle } from '../rules/closing.ts'
import { client, type ReadReport, useChanged } from './api.ts'
import { resultOptions } from './names.ts'

type Values = { version: number; result: ClosingResult; text: string }
type Input = Parameters<typeof client.closeReport>[0]

const labels = { result: '结果', text: '处置情况' }

/** Closes a report. That nobody was told is said before the click, by the rule that would refuse it. */
export function CloseReportDialog({ report, onClose }: { report: ReadReport; onClose: () => void }) {
  const changed = useChanged()
  const nobodyTold = findClosingObstacle({ result: 'police', steps: report.steps }) !== undefined
  const record = useRecordForm<Values, Input, unknown>({
    name: 'close-report', labels, operation: client.closeReport, initialValues: { version: report.version },
    toInput: values => ({ ...values, id: report.id }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title="办结" footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={720}>
      <RecordForm record={record} submitLabel="办结" onCancel={onClose}>
        {nobodyTold && (
          <Alert type="warning" showIcon className="xh-gap" title="还没有登记向公安、民政或教育部门报告。请先登记处置；只有误报可以直接办结。" />
        )}
        <Form.Item name="result" label={labels.result} rules={[{ required: true, message: '请选择结果。' }]}>
          <Radio.Group options={resultOptions.map(option => ({ ...option, disabled: nobodyTold && option.value !== 'mistaken' }))} />
        </Form.Item>
        <Form.Item name="text" label={labels.text} extra="加密保存。" rules={[{ required: true, whitespace: true, message: '请写处置情况。' }]}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
