import { Form, Input } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type ShownCard, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { useWords } from '#platform/ui/words.ts'
import { useNames } from '../names.ts'
import { childWords } from '../words/child-words.ts'

type Values = { version: number; types: ShownCard['civilAffairsTypes']; decidedOn: string; source: string }

/** Enters what civil affairs has decided, with its day and paper. */
export function CivilAffairsDialog({ child, onClose }: { child: ShownCard; onClose: () => void }) {
  const texts = useWords(childWords)
  const { civilAffairsOptions } = useNames()
  const labels = { types: texts.civilTypes, decidedOn: texts.civilOn, source: texts.civilSource }
  const changed = useChanged()
  const record = useRecordForm<Values, Parameters<typeof client.setCivilAffairsTypes>[0], unknown>({
    name: 'civil-affairs',
    labels,
    operation: client.setCivilAffairsTypes,
    toInput: (values) => ({ ...values, id: child.id }),
    initialValues: {
      version: child.version,
      types: child.civilAffairsTypes,
      ...(child.civilAffairsOn ? { decidedOn: child.civilAffairsOn } : {}),
      source: child.civilAffairsSource ?? '',
    },
    onSaved: async () => {
      await changed()
      onClose()
    },
  })
  return (
    <FormDialog title={texts.enterCivil} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.saveCivil} onCancel={onClose}>
        <Form.Item name="types" label={labels.types} extra={texts.civilNone}>
          <CheckboxGroup options={civilAffairsOptions} />
        </Form.Item>
        <DateItem name="decidedOn" label={labels.decidedOn} required />
        <Form.Item name="source" label={labels.source} rules={[{ required: true, message: texts.civilSourceNeeded }]}>
          <Input maxLength={100} placeholder={texts.civilSourceHint} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
