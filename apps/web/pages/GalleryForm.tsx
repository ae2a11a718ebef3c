import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { Refusal } from '#platform/ui/api/refusal.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'

type Visit = {
  version: number
  madeOn: string
  minutes: number
  medium: string
  place: string
  phone: string
  aidFen?: number
  note: string
}

const labels = { madeOn: '走访日期', minutes: '时长', medium: '方式', place: '地点', phone: '联系电话', aidFen: '慰问金', note: '情况' }
const mediums = [
  { value: 'home', label: '入户' },
  { value: 'phone', label: '电话' },
]

/** Refuses the first version as stale and the phone 1 as wrong, so that both can be seen. */
async function saveSample(visit: Visit): Promise<Visit> {
  if (visit.phone === '1')
    throw new Refusal({
      code: 'BAD_REQUEST',
      message: '请改正标红的地方。',
      status: 400,
      data: { issues: [{ path: ['phone'], message: '手机号应为 11 位数字。' }] },
    })
  const current = { ...visit, version: 2, minutes: 45, note: '孩子近来情绪平稳，成绩有进步。' }
  if (visit.version === 1) throw new Refusal({ code: 'STALE', message: '这条记录刚刚被别人改过。', status: 409, data: { current } })
  return visit
}

export function GalleryForm() {
  const record = useRecordForm<Visit, Visit, Visit>({
    name: 'sample',
    labels,
    operation: saveSample,
    toInput: values => values,
    onSaved: () => undefined,
    initialValues: { version: 1, minutes: 30, medium: 'home' },
    draft: { key: 'gallery', safeFields: ['note', 'madeOn'] },
  })
  return (
    <RecordForm record={record} submitLabel="记录走访" onCancel={() => record.form.resetFields()}>
      <DateItem name="madeOn" label={labels.madeOn} required max="2026-11-22" />
      <Form.Item name="medium" label={labels.medium}>
        <Radio.Group options={mediums} />
      </Form.Item>
      <Form.Item name="minutes" label={labels.minutes} rules={[{ required: true, message: '请填写时长。' }]}>
        <InputNumber min={1} max={600} suffix="分钟" />
      </Form.Item>
      <Form.Item name="place" label={labels.place}>
        <Select
          allowClear
          placeholder="请选择"
          options={[
            { value: 'a', label: '家中' },
            { value: 'b', label: '学校' },
          ]}
        />
      </Form.Item>
      <Form.Item name="phone" label={labels.phone} extra="填 1 可以看到拒绝的样子。">
        <Input inputMode="tel" />
      </Form.Item>
      <MoneyItem name="aidFen" label={labels.aidFen} />
      <Form.Item name="note" label={labels.note}>
        <Input.TextArea rows={3} placeholder="请写下看到的情况" showCount maxLength={2000} />
      </Form.Item>
    </RecordForm>
  )
}
