import { Form, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { Medium } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { chinaToday, client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { mediumOptions } from '../names.ts'

type Values = { plannedOn: string; medium: Medium; volunteerId?: string }
type Input = Parameters<typeof client.planVisits>[0]

const labels = { plannedOn: '哪一天', medium: '方式', volunteerId: '谁去' }

/** Plans the next visit of a case; by default on the day it is due. */
export function PlanVisitDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const changed = useChanged()
  const today = chinaToday()
  const dueOn = of.nextVisitDueOn !== null && of.nextVisitDueOn > today ? of.nextVisitDueOn : today
  const paired = of.pairings.filter(pairing => includes(pairing, dueOn))
  const record = useRecordForm<Values, Input, unknown>({
    name: 'plan-visit', labels, operation: client.planVisits, initialValues: {
      plannedOn: dueOn, medium: 'home', ...(paired[0] ? { volunteerId: paired[0].volunteerId } : {}),
    },
    toInput: ({ volunteerId, ...visit }) => ({ visits: [{ ...visit, caseId: of.id, ...(volunteerId ? { volunteerId } : {}) }] }),
    refusalFields: { PLANNED_IN_PAST: 'plannedOn', ALREADY_PLANNED: 'plannedOn', VOLUNTEER_NOT_PAIRED: 'volunteerId', VOLUNTEER_NOT_CLEARED: 'volunteerId' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title="安排走访" onClose={onClose}>
      <RecordForm record={record} submitLabel="安排走访" onCancel={onClose}>
        <DateItem name="plannedOn" label={labels.plannedOn} required min={today} />
        <Form.Item name="medium" label={labels.medium}><Radio.Group className="care-tiles" optionType="button" options={mediumOptions} /></Form.Item>
        {paired.length > 0 && (
          <Form.Item name="volunteerId" label={labels.volunteerId}>
            <Select allowClear placeholder="工作人员" options={paired.map(({ volunteerId, volunteerName }) => ({ value: volunteerId, label: volunteerName }))} />
          </Form.Item>
        )}
      </RecordForm>
    </FormDialog>
  )
}
