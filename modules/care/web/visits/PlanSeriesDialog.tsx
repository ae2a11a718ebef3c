import { Checkbox, Form, InputNumber, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { addDays } from '#platform/values/local-date.ts'
import type { Medium } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { daysOfSeries } from '../../rules/visits/series.ts'
import { chinaToday, client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { mediumOptions } from '../names.ts'

type Values = { fromOn: string; untilOn: string; everyWeeks: number; medium: Medium; volunteerId?: string; withWorker?: boolean }
type Asked = Parameters<typeof client.planSeries>[0]

const labels = { fromOn: '从哪天起', untilOn: '到哪天止', everyWeeks: '每几周一次', medium: '方式', volunteerId: '谁去', withWorker: '同去' }

/** Plans visits every so many weeks until a day; the days are shown before they are saved. */
export function PlanSeriesDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
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
    <FormDialog title="定期走访" onClose={onClose}>
      <RecordForm record={record} submitLabel="安排这些走访" onCancel={onClose}>
        <div className="care-beside">
          <DateItem name="fromOn" label={labels.fromOn} required min={today} />
          <DateItem name="untilOn" label={labels.untilOn} required min={today} />
        </div>
        <Form.Item name="everyWeeks" label={labels.everyWeeks} rules={[{ required: true, message: '请填每几周走访一次。' }]}>
          <InputNumber min={1} max={26} precision={0} />
        </Form.Item>
        <Form.Item name="medium" label={labels.medium}><Radio.Group className="care-tiles" optionType="button" options={mediumOptions} /></Form.Item>
        {paired.length > 0 && (
          <Form.Item name="volunteerId" label={labels.volunteerId}>
            <Select allowClear placeholder="工作人员" options={paired.map(({ volunteerId, volunteerName }) => ({ value: volunteerId, label: volunteerName }))} />
          </Form.Item>
        )}
        <Form.Item name="withWorker" valuePropName="checked" extra="结对后的头几次上门须两人同去。"><Checkbox>有工作人员同去</Checkbox></Form.Item>
        <SeriesDays />
      </RecordForm>
    </FormDialog>
  )
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

function SeriesDays() {
  const [fromOn, untilOn, everyWeeks]: [string | undefined, string | undefined, number | null | undefined] =
    [Form.useWatch('fromOn'), Form.useWatch('untilOn'), Form.useWatch('everyWeeks')]
  if (!isDay(fromOn) || !isDay(untilOn) || !everyWeeks || everyWeeks < 1) return null
  const days = daysOfSeries({ fromOn, untilOn, everyWeeks })
  return <p className="xh-gap" role="status">共{days.length}次：{days.slice(0, 12).join('，')}{days.length > 12 && '…'}。安排以后每一次都可以改日期或取消。</p>
}
