import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { planningWords } from './planning-words.ts'

type Asked = Parameters<typeof client.movePlannedVisit>[0]
type Planned = Awaited<ReturnType<typeof client.movePlannedVisit>>

/** Moves one planned visit; of a series the others stay. */
export function MovePlannedDialog({ planned, onClose }: { planned: Pick<Planned, 'id' | 'plannedOn' | 'childLabel'>; onClose: () => void }) {
  const words = useWords(planningWords)
  const changed = useChanged()
  const record = useRecordForm<{ plannedOn: string }, Asked, unknown>({
    name: 'move-planned', labels: { plannedOn: words.moveTo }, operation: client.movePlannedVisit, initialValues: { plannedOn: planned.plannedOn },
    toInput: ({ plannedOn }) => ({ id: planned.id, plannedOn }),
    refusalFields: { PLANNED_IN_PAST: 'plannedOn', ALREADY_PLANNED: 'plannedOn', VOLUNTEER_NOT_PAIRED: 'plannedOn', VOLUNTEER_NOT_CLEARED: 'plannedOn' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={words.moveTitle(planned.childLabel)} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.move} onCancel={onClose}>
        <DateItem name="plannedOn" label={words.moveTo} required min={chinaToday()} extra={words.moveHint} />
      </RecordForm>
    </FormDialog>
  )
}
