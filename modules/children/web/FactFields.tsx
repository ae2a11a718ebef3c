import { Form, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import type { FactKind } from '../contract.ts'
import { factRules } from '../rules/fact-kinds.ts'
import { useWords } from '#platform/ui/words.ts'
import { optionsOf, useNames } from './names.ts'
import { fileWords } from './words/file-words.ts'

/** The fields of one fact; what may be chosen follows from its kind. `path` is where they stand in the form. */
export function FactFields({ path = [] }: { path?: readonly (string | number)[] }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const form = Form.useFormInstance()
  // In a Form.List the fields are named within the list, but watched by their whole path.
  const within = path.slice(1)
  const kind = Form.useWatch([...path, 'kind'], form) as FactKind | undefined
  const rule = kind === undefined ? undefined : factRules[kind]
  const reset = () => form.setFieldValue([...path, 'subject'], undefined)
  const choose = (label: string) => [{ required: true, message: texts.choose(label) }]
  return (
    <>
      <Form.Item name={[...within, 'kind']} label={texts.which} rules={choose(texts.which)}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={names.kindOptions} onChange={reset} />
      </Form.Item>
      <Form.Item name={[...within, 'subject']} label={texts.who} rules={choose(texts.who)}>
        <Select disabled={rule === undefined} options={(rule?.subjects ?? []).map((value) => ({ value, label: names.subjects[value] }))} />
      </Form.Item>
      <Form.Item name={[...within, 'value']} label={texts.what} rules={choose(texts.what)}>
        <Select disabled={rule === undefined} options={optionsOf(kind === undefined ? {} : names.values[kind])} />
      </Form.Item>
      <DateItem name={[...within, 'fromOn']} label={texts.from} required />
      <DateItem name={[...within, 'untilOn']} label={texts.until} extra={texts.untilLead} />
      <Form.Item name={[...within, 'evidence']} label={texts.basis} rules={choose(texts.basis)}>
        <Select options={optionsOf(names.evidences)} />
      </Form.Item>
    </>
  )
}
