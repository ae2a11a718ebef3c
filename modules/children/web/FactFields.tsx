import { Form, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import type { FactKind } from '../contract.ts'
import { factRules } from '../rules/fact-kinds.ts'
import { subjectNames } from '../rules/words.ts'
import { evidenceNames, kindOptions, optionsOf } from './names.ts'

/** The fields of one fact; what may be chosen follows from its kind. `path` is where they stand in the form. */
export function FactFields({ path = [] }: { path?: readonly (string | number)[] }) {
  const form = Form.useFormInstance()
  // In a Form.List the fields are named within the list, but watched by their whole path.
  const within = path.slice(1)
  const kind = Form.useWatch([...path, 'kind'], form) as FactKind | undefined
  const rule = kind === undefined ? undefined : factRules[kind]
  const reset = () => form.setFieldValue([...path, 'subject'], undefined)
  const choose = (label: string) => [{ required: true, message: `请选择${label}。` }]
  return (
    <>
      <Form.Item name={[...within, 'kind']} label="哪方面" rules={choose('哪方面')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={kindOptions} onChange={reset} />
      </Form.Item>
      <Form.Item name={[...within, 'subject']} label="谁" rules={choose('谁')}>
        <Select disabled={rule === undefined} options={(rule?.subjects ?? []).map((value) => ({ value, label: subjectNames[value] }))} />
      </Form.Item>
      <Form.Item name={[...within, 'value']} label="情况" rules={choose('情况')}>
        <Select disabled={rule === undefined} options={optionsOf(rule?.values ?? {})} />
      </Form.Item>
      <DateItem name={[...within, 'fromOn']} label="从哪天起" required />
      <DateItem name={[...within, 'untilOn']} label="到哪天止" extra="仍在延续就不填；刑期等已知期限请填写。" />
      <Form.Item name={[...within, 'evidence']} label="依据" rules={choose('依据')}>
        <Select options={optionsOf(evidenceNames)} />
      </Form.Item>
    </>
  )
}
