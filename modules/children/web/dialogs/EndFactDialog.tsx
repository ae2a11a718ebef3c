import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type ShownCard, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'

/** Until which day a fact held. */
export function EndFactDialog({ childId, fact, onClose }: { childId: string; fact: ShownCard['facts'][number]; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<{ untilOn: string }, Parameters<typeof client.endFact>[0], unknown>({
    name: 'end-fact', labels: { untilOn: '最后一天' }, operation: client.endFact, initialValues: {},
    toInput: ({ untilOn }) => ({ id: childId, factId: fact.id, untilOn }), onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title="这一情况已经结束" onClose={onClose}>
      <RecordForm record={record} submitLabel="记录结束" onCancel={onClose}>
        <DateItem name="untilOn" label="最后一天" required min={fact.fromOn} extra="从下一天起，平台不再按这一情况推算。" />
      </RecordForm>
    </FormDialog>
  )
}
