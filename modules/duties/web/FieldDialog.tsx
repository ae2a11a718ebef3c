import { Checkbox, Form, Input, Modal, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactNode } from 'react'
import type { CallContext } from '#platform/ui/client.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { amountOf } from './names.ts'
import { words } from './words.ts'

/** One field of a dialog. */
export type DialogField = {
  name: string; label: string; kind: 'line' | 'prose' | 'day' | 'money' | 'choice' | 'several' | 'year' | 'yes'
  isNeeded?: boolean; max?: number; lastDay?: string; options?: readonly { value: string; label: string }[]; hint?: string
}
/** What was typed: days, texts and amounts as texts, years as numbers; what was left empty is missing. */
export type Typed = Record<string, string | number | boolean | string[]>

/** A dialog of a few fields that asks for one operation. */
export function FieldDialog<Saved>({ name, title, lead, fields, initial = {}, operation, onClose, onDone }: {
  name: string; title: string; lead?: ReactNode; fields: readonly DialogField[]; initial?: Record<string, unknown>
  operation: (typed: Typed, options: { context: CallContext }) => Promise<Saved>; onClose: () => void; onDone: (saved: Saved) => void | Promise<void>
}) {
  const texts = useWords(words)
  const record = useRecordForm<Record<string, unknown>, Typed, Saved>({
    name, operation, onSaved: onDone, initialValues: initial, labels: Object.fromEntries(fields.map(field => [field.name, field.label])),
    toInput: values => typedOf(fields, values),
  })
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      {lead !== undefined && <p className="xh-gap">{lead}</p>}
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        {fields.map(field => <FieldItem key={field.name} field={field} />)}
      </RecordForm>
    </Modal>
  )
}

/** Only what was filled in, amounts as the server reads them. */
export function typedOf(fields: readonly DialogField[], values: Record<string, unknown>): Typed {
  const entries = fields.flatMap(({ name, kind }) => {
    const value = values[name]
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return []
    return [[name, kind === 'money' ? amountOf(value) : value] as const]
  })
  return Object.fromEntries(entries) as Typed
}

function FieldItem({ field: { name, label, kind, isNeeded = false, max, lastDay, options = [], hint } }: { field: DialogField }) {
  const texts = useWords(words)
  const extra = hint === undefined ? {} : { extra: hint }
  if (kind === 'day') return <DateItem name={name} label={label} required={isNeeded} {...extra} {...(lastDay === undefined ? {} : { max: lastDay })} />
  if (kind === 'money') return <MoneyItem name={name} label={label} required={isNeeded} {...extra} />
  if (kind === 'yes') return <Form.Item name={name} valuePropName="checked" {...extra}><Checkbox>{label}</Checkbox></Form.Item>
  if (kind === 'year') return <WholeNumberItem name={name} label={label} min={2000} max={2099} required={isNeeded} {...extra} />
  const rules: Rule[] = isNeeded ? [{ required: true, message: texts.needed(label) }] : []
  return <Form.Item name={name} label={label} rules={rules} {...extra}>{control(kind, { max, options })}</Form.Item>
}

function control(kind: DialogField['kind'], { max, options }: { max: number | undefined; options: readonly { value: string; label: string }[] }) {
  if (kind === 'prose') return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={max ?? 1000} />
  if (kind === 'choice') return <Select options={[...options]} allowClear showSearch={{ optionFilterProp: 'label' }} />
  if (kind === 'several') return <Select options={[...options]} mode="multiple" optionFilterProp="label" />
  return <Input maxLength={max ?? 100} />
}
