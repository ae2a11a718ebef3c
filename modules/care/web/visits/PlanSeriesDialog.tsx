import { Checkbox, Form, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import type { Medium } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { daysOfSeries } from '../../rules/visits/series.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { careWords } from '../words.ts'
import { planningWords } from './planning-words.ts'

type Values = { fromOn: string; untilOn: string; everyWeeks: number; medium: Medium; volunteerId?: string; withWorker?: boolean }
type Asked = Parameters<typeof client.planSeries>[0]

/** Plans visits every so many weeks until a day; the days are shown before they are saved. */
export function PlanSeriesDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const words = useWords(planningWords)
  const care = useWords(careWords)
  const labels = {
    fromOn: words.fromOn, untilOn: words.untilOn, everyWeeks: words.everyWeeks, medium: care.medium, volunteerId: words.whoGoes, withWorker: words.along,
  }
  const changed = useChanged()
  const today = chinaToday()
  const paired = of.pairings.filter(pairing => includes(pairing, today))
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'plan-series', labels, operation: client.planSeries,
    initialValues: { fromOn: today, untilOn: addDays(today, 84), everyWeeks: Math.max(1, Math.min(26, Math.floor(of.intervalDays / 7))), medium: 'home' },
    toInput: ({ volunteerId, ...values }) => ({ ...values, caseId: of.id, ...(volunteerId ? { volunteerId } : {}) }),
    refusalFields: {
      PERIOD_REVERSED: 'untilOn', SERIES_TOO_LONG: 'untilOn', PLANNED_IN_PAST: 'fromOn', ALREADY_PLANNED: 'fromOn', VOLUNTEER_NOT_PAIRED: 'volunteerId',
      VOLUNTEER_NOT_CLEARED: 'volunteerId', SECOND_PERSON_NEEDED: 'withWorker',
    },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={words.series} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.planThese} onCancel={onClose}>
        <SeriesItems />
        <Form.Item name="medium" label={labels.medium}><Radio.Group className="care-tiles" optionType="button" options={optionsOf(care.media)} /></Form.Item>
        {paired.length > 0 && (
          <Form.Item name="volunteerId" label={labels.volunteerId}>
            <Select
              allowClear placeholder={care.worker} options={paired.map(({ volunteerId, volunteerName }) => ({ value: volunteerId, label: volunteerName }))}
            />
          </Form.Item>
        )}
        <Form.Item name="withWorker" valuePropName="checked" extra={words.firstForTwo}><Checkbox>{words.withWorker}</Checkbox></Form.Item>
        <SeriesDays />
      </RecordForm>
    </FormDialog>
  )
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** From when, until when and how often: the same for a new series and one that changes. */
export function SeriesItems() {
  const words = useWords(planningWords)
  const today = chinaToday()
  return (
    <>
      <div className="care-beside">
        <DateItem name="fromOn" label={words.fromOn} required min={today} />
        <DateItem name="untilOn" label={words.untilOn} required min={today} />
      </div>
      <WholeNumberItem name="everyWeeks" label={words.everyWeeks} min={1} max={26} required />
    </>
  )
}

/** The days that follow from what is typed. */
export function SeriesDays() {
  const words = useWords(planningWords)
  const { comma } = useWords(careWords)
  const [fromOn, untilOn, everyWeeks]: [string | undefined, string | undefined, number | null | undefined] =
    [Form.useWatch('fromOn'), Form.useWatch('untilOn'), Form.useWatch('everyWeeks')]
  if (!isDay(fromOn) || !isDay(untilOn) || !everyWeeks || everyWeeks < 1) return null
  const days = daysOfSeries({ fromOn, untilOn, everyWeeks })
  return <p className="xh-gap" role="status">{words.daysOf(days.length, days.slice(0, 12).join(comma), days.length > 12)}</p>
}
