import { Checkbox, Form, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { Medium } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { chinaToday, client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { mediumOptions } from '../names.ts'

type Values = { plannedOn: string; medium: Medium; volunteerId?: string; secondVolunteerId?: string; withWorker?: boolean }
type Input = Parameters<typeof client.planVisits>[0]

const labels = { plannedOn: '哪一天', medium: '方式', volunteerId: '谁去', secondVolunteerId: '同去的志愿者', withWorker: '同去' }

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
    toInput: ({ volunteerId, secondVolunteerId, ...visit }) => ({
      visits: [{ ...visit, caseId: of.id, ...(volunteerId ? { volunteerId } : {}), ...(secondVolunteerId ? { secondVolunteerId } : {}) }],
    }),
    refusalFields: {
      PLANNED_IN_PAST: 'plannedOn', ALREADY_PLANNED: 'plannedOn', VOLUNTEER_NOT_PAIRED: 'volunteerId', VOLUNTEER_NOT_CLEARED: 'volunteerId',
      SECOND_PERSON_NEEDED: 'withWorker',
    },
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
        {paired.length > 1 && (
          <Form.Item name="secondVolunteerId" label={labels.secondVolunteerId}>
            <Select allowClear placeholder="没有" options={paired.map(({ volunteerId, volunteerName }) => ({ value: volunteerId, label: volunteerName }))} />
          </Form.Item>
        )}
        <Form.Item name="withWorker" valuePropName="checked" extra="结对后的头几次上门须两人同去。"><Checkbox>有工作人员同去</Checkbox></Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
