import { Form, Input, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type ShownCard, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { useWords } from '#platform/ui/words.ts'
import { optionsOf, useNames } from '../names.ts'
import { fileWords } from '../words/file-words.ts'

type Input = Parameters<typeof client.recordConsent>[0]

type Props = {
  child: ShownCard
  /** The consent that is renewed: what it says stands there again, to be talked over; its days do not. */
  like?: ShownCard['consents'][number]
  onClose: () => void
}

/** Records one consent, a new one or the next of one that ends. */
export function ConsentDialog({ child, like, onClose }: Props) {
  const texts = useWords(fileWords)
  const names = useNames()
  const labels = {
    kind: texts.consentKind, guardianId: texts.consentGiver, form: texts.consentForm, covers: texts.covers, fromOn: texts.from, untilOn: texts.until }
  const changed = useChanged()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'consent', labels, operation: client.recordConsent, initialValues: like === undefined ? { kind: 'service', form: 'paper' } : renewalOf(like, child),
    toInput: (values) => ({ ...values, id: child.id }), onSaved: async () => { await changed(); onClose() },
  })
  const kind = Form.useWatch('kind', record.form) ?? 'service'
  const guardians = child.guardians.map((guardian) => ({ value: guardian.id, label: names.relations[guardian.relation] }))
  return (
    <FormDialog title={like === undefined ? texts.addConsent : texts.renew} onClose={onClose}>
      <RecordForm record={record} submitLabel={like === undefined ? texts.addConsent : texts.renew} onCancel={onClose}>
        <Form.Item name="kind" label={labels.kind}><Radio.Group options={optionsOf(names.consents)} /></Form.Item>
        <Form.Item name="guardianId" label={labels.guardianId} extra={texts.giverLead}><Select allowClear options={guardians} /></Form.Item>
        <Form.Item name="form" label={labels.form}><Radio.Group options={optionsOf(names.consentForms)} /></Form.Item>
        <Form.Item name="covers" label={labels.covers} rules={[{ required: true, message: texts.coversNeeded }]}>
          <Input maxLength={200} placeholder={texts.coversHints[kind]} />
        </Form.Item>
        <DateItem name="fromOn" label={labels.fromOn} required />
        <DateItem name="untilOn" label={labels.untilOn} extra={texts.untilNone} />
      </RecordForm>
    </FormDialog>
  )
}

/** The giver is known by the relation alone; where two guardians share it somebody chooses. */
function renewalOf({ kind, form, covers, givenBy }: ShownCard['consents'][number], { guardians }: ShownCard): Partial<Omit<Input, 'id'>> {
  const givers = guardians.filter(({ relation }) => relation === givenBy)
  return { kind, form, covers, ...(givers.length === 1 && givers[0] ? { guardianId: givers[0].id } : {}) }
}
