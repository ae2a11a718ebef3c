import { Checkbox, Form, Input } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import type { DonorKind } from '../../contract.ts'
import { donorWords, words } from '../words.ts'

/** What is asked of a donor; less of an anonymous one. */
export function DonorFields({ kind, isKnown = false }: { kind: DonorKind; isKnown?: boolean }) {
  const texts = useWords(words)
  const own = useWords(donorWords)
  if (kind === 'anonymous') return null
  const name = kind === 'person' ? own.name : own.enterpriseName
  return (
    <>
      <Form.Item name="name" label={name} rules={[{ required: true, whitespace: true,
        message: texts.needed(name) }]}><Input maxLength={60} autoComplete="off" /></Form.Item>
      {kind === 'enterprise' && !isKnown && (
        <Form.Item name="creditCode" label={own.code} rules={[{ required: true, whitespace: true, message: texts.needed(own.code) }]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      {kind === 'enterprise' && <Form.Item name="contactName" label={own.contact}><Input maxLength={60} autoComplete="off" /></Form.Item>}
      <Form.Item name="phone" label={own.phone}><Input inputMode="tel" maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item name="address" label={own.address}><Input maxLength={200} autoComplete="off" /></Form.Item>
      <Form.Item name="isNamed" valuePropName="checked" extra={own.isNamedHint}><Checkbox>{own.isNamed}</Checkbox></Form.Item>
    </>
  )
}
