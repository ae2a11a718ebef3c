import { Form, Input, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type ShownCard, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { consentNames, formNames, optionsOf, relationNames } from '../names.ts'

type Input = Parameters<typeof client.recordConsent>[0]

const labels = { kind: '同意什么', guardianId: '谁同意', form: '方式', covers: '具体范围', fromOn: '从哪天起', untilOn: '到哪天止' }

/** Records one consent. */
export function ConsentDialog({ child, onClose }: { child: ShownCard; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'consent', labels, operation: client.recordConsent, initialValues: { kind: 'service', form: 'paper' },
    toInput: (values) => ({ ...values, id: child.id }), onSaved: async () => { await changed(); onClose() },
  })
  const guardians = child.guardians.map((guardian) => ({ value: guardian.id, label: relationNames[guardian.relation] }))
  return (
    <FormDialog title="登记同意" onClose={onClose}>
      <RecordForm record={record} submitLabel="登记同意" onCancel={onClose}>
        <Form.Item name="kind" label={labels.kind}><Radio.Group options={optionsOf(consentNames)} /></Form.Item>
        <Form.Item name="guardianId" label={labels.guardianId} extra="满16周岁的孩子可以本人同意，此时不选。"><Select allowClear options={guardians} /></Form.Item>
        <Form.Item name="form" label={labels.form}><Radio.Group options={optionsOf(formNames)} /></Form.Item>
        <Form.Item name="covers" label={labels.covers} rules={[{ required: true, message: '请写明同意的具体范围。' }]}>
          <Input maxLength={200} placeholder="如：五老结对帮扶、上门走访" />
        </Form.Item>
        <DateItem name="fromOn" label={labels.fromOn} required />
        <DateItem name="untilOn" label={labels.untilOn} extra="没有约定期限就不填。" />
      </RecordForm>
    </FormDialog>
  )
}
