import { Form, Input } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type ShownIncident, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useWords } from '#platform/ui/words.ts'
import { minuteOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'

type Asked = Parameters<typeof client.updateIncident>[0]
type Values = Pick<Asked, 'version' | 'childrenCount' | 'measures' | 'authorityName' | 'authorityToldAt' | 'guardiansToldAt' | 'guardiansNote'>

/** What became known or was done since. */
export function FollowIncidentDialog({ incident, onClose }: { incident: ShownIncident; onClose: () => void }) {
  const texts = useWords(actWords)
  const labels = {
    childrenCount: texts.howMany, measures: texts.measures, authorityName: texts.authorityName, authorityToldAt: texts.authorityAt,
      guardiansNote: texts.guardiansNote,
    guardiansToldAt: texts.guardiansAt,
  }
  const changed = useChanged()
  const { version, childrenCount, measures, authorityName, authorityToldAt, guardiansNote, guardiansToldAt } = incident
  const field = (at: Date | string | null) => (at === null ? '' : minuteOf(at).replace(' ', 'T'))
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'follow-incident', labels, operation: client.updateIncident,
    initialValues: {
      version, childrenCount, measures, authorityName: authorityName ?? '', authorityToldAt: field(authorityToldAt), guardiansNote: guardiansNote ?? '',
      guardiansToldAt: field(guardiansToldAt),
    },
    toInput: (values) => ({
      ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')), id: incident.id, version: values.version ?? version,
    }),
    onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title={texts.follow} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        <WholeNumberItem name="childrenCount" label={labels.childrenCount} min={0} max={1_000_000} suffix={texts.person} />
        <Form.Item name="measures" label={labels.measures}><Input.TextArea rows={4} maxLength={1000} showCount /></Form.Item>
        <Form.Item name="authorityName" label={labels.authorityName}><Input maxLength={100} placeholder={texts.authorityHint} /></Form.Item>
        <Form.Item name="authorityToldAt" label={labels.authorityToldAt}><Input type="datetime-local" /></Form.Item>
        <Form.Item name="guardiansNote" label={labels.guardiansNote}><Input maxLength={200} /></Form.Item>
        <Form.Item name="guardiansToldAt" label={labels.guardiansToldAt}><Input type="datetime-local" /></Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
