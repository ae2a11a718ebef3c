import { Form, Input, type FormItemProps } from 'antd'
import { momentNow } from './api.ts'

/** A day and a time, with the browser's own clock; never ahead. */
export function MomentItem({ label, ...item }: Omit<FormItemProps, 'children' | 'rules'> & { label: string }) {
  return (
    <Form.Item {...item} label={label} required rules={[{ validator: async (_rule, value: string | undefined) => mustHaveCome(label, value) }]}>
      <Input type="datetime-local" max={momentNow()} style={{ maxWidth: '16rem' }} />
    </Form.Item>
  )
}

function mustHaveCome(label: string, value: string | undefined): void {
  if (!value) throw new Error(`请填${label}。`)
  if (value.slice(0, 16) > momentNow()) throw new Error('这个时间还没有到，请核对。')
}
