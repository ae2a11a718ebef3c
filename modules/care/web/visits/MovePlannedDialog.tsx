import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { chinaToday, client, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'

type Asked = Parameters<typeof client.movePlannedVisit>[0]
type Planned = Awaited<ReturnType<typeof client.movePlannedVisit>>

/** Moves one planned visit; of a series the others stay. */
export function MovePlannedDialog({ planned, onClose }: { planned: Pick<Planned, 'id' | 'plannedOn' | 'childLabel'>; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<{ plannedOn: string }, Asked, unknown>({
    name: 'move-planned', labels: { plannedOn: '改到哪一天' }, operation: client.movePlannedVisit, initialValues: { plannedOn: planned.plannedOn },
    toInput: ({ plannedOn }) => ({ id: planned.id, plannedOn }),
    refusalFields: { PLANNED_IN_PAST: 'plannedOn', ALREADY_PLANNED: 'plannedOn', VOLUNTEER_NOT_PAIRED: 'plannedOn' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={`改日期：${planned.childLabel}`} onClose={onClose}>
      <RecordForm record={record} submitLabel="改日期" onCancel={onClose}>
        <DateItem name="plannedOn" label="改到哪一天" required min={chinaToday()} extra="只改这一次，同一系列的其他各次不变。" />
      </RecordForm>
    </FormDialog>
  )
}
