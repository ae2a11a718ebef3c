import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Radio } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { fieldNames, incidentKindNames } from '../../rules/words.ts'
import { client, useChanged } from '../api.ts'
import { optionsOf } from '../names.ts'

type Values = Omit<Parameters<typeof client.recordIncident>[0], 'unitId' | 'childIds'>

const labels = { kind: '类别', title: '发生了什么', foundAt: '发现时间', fields: '涉及哪些信息', childrenCount: '涉及多少名孩子', cause: '经过' }

/** Writes down what went wrong; who must be told and until when follows from the time of finding. */
export default function RecordIncidentPage() {
  const changed = useChanged()
  const navigate = useNavigate()
  const record = useRecordForm<Values, Parameters<typeof client.recordIncident>[0], { id: string }>({
    name: 'incident', labels, operation: client.recordIncident, initialValues: { kind: 'leak', childrenCount: 1 }, toInput: (values) => values,
    onSaved: async ({ id }) => { await changed(); await navigate({ to: `/incidents/${id}` }) },
  })
  return (
    <Page title="登记信息安全事件" width="text" back={{ to: '/incidents', label: '信息安全事件' }} lead="请不要写孩子的姓名、住址等能认出孩子的内容。">
      <Sheet>
        <RecordForm record={record} submitLabel="登记事件">
          <Form.Item name="kind" label={labels.kind}><Radio.Group options={optionsOf(incidentKindNames)} /></Form.Item>
          <Form.Item name="title" label={labels.title} rules={[{ required: true, message: '请用一句话写明发生了什么。' }]}><Input maxLength={100} /></Form.Item>
          <Form.Item name="foundAt" label={labels.foundAt} rules={[{ required: true, message: '请填写发现时间。' }]}><Input type="datetime-local" /></Form.Item>
          <Form.Item name="fields" label={labels.fields} rules={[{ required: true, message: '请至少选择一项。' }]}>
            <CheckboxGroup options={optionsOf(fieldNames)} />
          </Form.Item>
          <Form.Item name="childrenCount" label={labels.childrenCount} rules={[{ required: true, message: '请填写人数，不清楚的先估计。' }]}>
            <InputNumber min={0} max={1_000_000} suffix="人" />
          </Form.Item>
          <Form.Item name="cause" label={labels.cause} rules={[{ required: true, message: '请写明经过。' }]}>
            <Input.TextArea rows={5} maxLength={1000} showCount />
          </Form.Item>
        </RecordForm>
      </Sheet>
    </Page>
  )
}
