import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, useChanged } from '../api.ts'
import { FactFields } from '../FactFields.tsx'
import { useWords } from '#platform/ui/words.ts'
import { FormDialog } from './FormDialog.tsx'
import { fileWords } from '../words/file-words.ts'

type Input = Parameters<typeof client.recordFact>[0]

/** Records one dated fact. */
export function FactDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const texts = useWords(fileWords)
  const changed = useChanged()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'fact', operation: client.recordFact, initialValues: {}, toInput: (values) => ({ ...values, id: childId }),
    labels: { kind: texts.which, subject: texts.who, value: texts.what, fromOn: texts.from, untilOn: texts.until, evidence: texts.basis },
    onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title={texts.recordFact} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.recordFact} onCancel={onClose}><FactFields /></RecordForm>
    </FormDialog>
  )
}
