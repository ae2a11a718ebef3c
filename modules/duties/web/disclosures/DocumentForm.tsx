import { Form, Input, Modal } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadDisclosure } from '../api.ts'
import { words } from '../words.ts'
import { disclosureWords } from './words.ts'

type Values = Record<string, string | undefined>
const keyOf = (at: number) => `field-${at}`

/** The fields of the rule: what the records know is filled in, the rest is written here. */
export function DocumentForm({ disclosure, onClose, onDone }: { disclosure: ReadDisclosure; onClose: () => void; onDone: () => Promise<void> }) {
  const texts = useWords(words)
  const own = useWords(disclosureWords)
  const { id, version, fields } = disclosure
  const record = useRecordForm<Values, Parameters<typeof client.prepareDisclosure>[0], unknown>({
    name: 'prepare-disclosure', operation: client.prepareDisclosure, onSaved: onDone,
    labels: Object.fromEntries(fields.map(({ name }, at) => [keyOf(at), name])),
    issueFields: Object.fromEntries(fields.map((_, at) => [`fields.${at}.text`, keyOf(at)])),
    initialValues: Object.fromEntries(fields.map(({ text }, at) => [keyOf(at), text])),
    toInput: values => ({ id, version, fields: fields.map(({ name }, at) => ({ name, text: values[keyOf(at)] ?? '' })) }),
  })
  return (
    <Modal open title={own.editTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={760}>
      <RecordForm record={record} submitLabel={own.prepare} onCancel={onClose}>
        {fields.map(({ name, isFilled }, at) => (
          <Form.Item key={name} name={keyOf(at)} label={name} rules={[{ required: true, whitespace: true, message: texts.needed(name) }]}
            {...(isFilled ? { extra: own.filled } : {})}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 12 }} maxLength={5000} />
          </Form.Item>
        ))}
      </RecordForm>
    </Modal>
  )
}
