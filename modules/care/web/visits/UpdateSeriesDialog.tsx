import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { addDays } from '#platform/values/local-date.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { SeriesDays, SeriesItems } from './PlanSeriesDialog.tsx'
import { planningWords } from './planning-words.ts'

type Asked = Parameters<typeof client.updateSeries>[0]
type Values = { fromOn: string; untilOn: string; everyWeeks: number }

type Series = { id: string; fromOn: string; everyWeeks: number; untilOn: string; childLabel: string }

/** Plans anew what lies ahead of a series; who goes stays as it was. */
export function UpdateSeriesDialog({ series, onClose }: { series: Series; onClose: () => void }) {
  const { id, fromOn, everyWeeks, untilOn, childLabel } = series
  const words = useWords(planningWords)
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'update-series', labels: { fromOn: words.fromOn, untilOn: words.untilOn, everyWeeks: words.everyWeeks }, operation: client.updateSeries,
    initialValues: { fromOn, untilOn: untilOn < fromOn ? addDays(fromOn, 84) : untilOn, everyWeeks }, toInput: values => ({ ...values, id }),
    refusalFields: {
      PERIOD_REVERSED: 'untilOn', SERIES_TOO_LONG: 'untilOn', PLANNED_IN_PAST: 'fromOn', ALREADY_PLANNED: 'fromOn', VOLUNTEER_NOT_PAIRED: 'untilOn',
      VOLUNTEER_NOT_CLEARED: 'untilOn', SECOND_PERSON_NEEDED: 'fromOn',
    },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={words.editSeriesTitle(childLabel)} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.saveSeries} onCancel={onClose}>
        <p className="xh-gap">{words.editLead}</p>
        <SeriesItems />
        <SeriesDays />
      </RecordForm>
    </FormDialog>
  )
}
