import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type ShownCard, useChanged } from '../api.ts'
import { useWords } from '#platform/ui/words.ts'
import { FormDialog } from './FormDialog.tsx'
import { fileWords } from '../words/file-words.ts'

/** Until which day a fact held. */
export function EndFactDialog({ childId, fact, onClose }: { childId: string; fact: ShownCard['facts'][number]; onClose: () => void }) {
  const texts = useWords(fileWords)
  const changed = useChanged()
  const record = useRecordForm<{ untilOn: string }, Parameters<typeof client.endFact>[0], unknown>({
    name: 'end-fact', labels: { untilOn: texts.lastDay }, operation: client.endFact, initialValues: {},
    toInput: ({ untilOn }) => ({ id: childId, factId: fact.id, untilOn }), onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title={texts.endTitle} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.recordEnd} onCancel={onClose}>
        <DateItem name="untilOn" label={texts.lastDay} required min={fact.fromOn} extra={texts.endLead} />
      </RecordForm>
    </FormDialog>
  )
}
