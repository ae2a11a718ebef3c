import { Form, Input } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type ShownCard, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { civilAffairsOptions } from '../names.ts'

type Values = { version: number; types: ShownCard['civilAffairsTypes']; decidedOn: string; source: string }

const labels = { types: '认定的类型', decidedOn: '认定日期', source: '依据' }

/** Enters what civil affairs has decided, with its day and paper. */
export function CivilAffairsDialog({ child, onClose }: { child: ShownCard; onClose: () => void }) {
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
    <FormDialog title="录入民政认定" onClose={onClose}>
      <RecordForm record={record} submitLabel="保存认定" onCancel={onClose}>
        <Form.Item name="types" label={labels.types} extra="一项都不选，表示民政未认定任何类型。">
          <CheckboxGroup options={civilAffairsOptions} />
        </Form.Item>
        <DateItem name="decidedOn" label={labels.decidedOn} required />
        <Form.Item name="source" label={labels.source} rules={[{ required: true, message: '请写明依据，如“2026年3月民政台账”。' }]}>
          <Input maxLength={100} placeholder="如：2026年3月民政台账" />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
