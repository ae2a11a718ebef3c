import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, useChanged } from '../api.ts'
import { FactFields } from '../FactFields.tsx'
import { FormDialog } from './FormDialog.tsx'

type Input = Parameters<typeof client.recordFact>[0]

/** Records one dated fact. */
export function FactDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'fact', operation: client.recordFact, initialValues: {}, toInput: (values) => ({ ...values, id: childId }),
    labels: { kind: '哪方面', subject: '谁', value: '情况', fromOn: '从哪天起', untilOn: '到哪天止', evidence: '依据' },
    onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title="记录情况" onClose={onClose}>
      <RecordForm record={record} submitLabel="记录情况" onCancel={onClose}><FactFields /></RecordForm>
    </FormDialog>
  )
}
