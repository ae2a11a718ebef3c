import { Form, Input, type FormItemProps } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { momentNow } from './api.ts'
import { reportWords } from './report-words.ts'

/** A day and a time, with the browser's own clock; never ahead. */
export function MomentItem({ label, ...item }: Omit<FormItemProps, 'children' | 'rules'> & { label: string }) {
  const texts = useWords(reportWords)
  return (
    <Form.Item {...item} label={label} required
      rules={[{ validator: async (_rule, value: string | undefined) => mustHaveCome(value, { none: texts.momentNeeded(label), ahead: texts.momentAhead }) }]}>
      <Input type="datetime-local" max={momentNow()} style={{ maxWidth: '16rem' }} />
    </Form.Item>
  )
}

function mustHaveCome(value: string | undefined, texts: { none: string; ahead: string }): void {
  if (!value) throw new Error(texts.none)
  if (value.slice(0, 16) > momentNow()) throw new Error(texts.ahead)
}
