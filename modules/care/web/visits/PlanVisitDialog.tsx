import { Checkbox, Form, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { Medium } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { careWords } from '../words.ts'
import { planningWords } from './planning-words.ts'

type Values = { plannedOn: string; medium: Medium; volunteerId?: string; secondVolunteerId?: string; withWorker?: boolean }
type Input = Parameters<typeof client.planVisits>[0]

/** Plans the next visit of a case; by default on the day it is due. */
export function PlanVisitDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const words = useWords(planningWords)
  const care = useWords(careWords)
  const labels = {
    plannedOn: words.whichDay, medium: care.medium, volunteerId: words.whoGoes, secondVolunteerId: words.second, withWorker: words.along,
  }
  const changed = useChanged()
  const today = chinaToday()
  const dueOn = of.nextVisitDueOn !== null && of.nextVisitDueOn > today ? of.nextVisitDueOn : today
  const paired = of.pairings.filter(pairing => includes(pairing, dueOn))
  const people = paired.map(({ volunteerId, volunteerName }) => ({ value: volunteerId, label: volunteerName }))
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
    <FormDialog title={words.planVisit} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.planVisit} onCancel={onClose}>
        <DateItem name="plannedOn" label={labels.plannedOn} required min={today} />
        <Form.Item name="medium" label={labels.medium}><Radio.Group className="care-tiles" optionType="button" options={optionsOf(care.media)} /></Form.Item>
        {paired.length > 0 && (
          <Form.Item name="volunteerId" label={labels.volunteerId}>
            <Select allowClear placeholder={care.worker} options={people} />
          </Form.Item>
        )}
        {paired.length > 1 && (
          <Form.Item name="secondVolunteerId" label={labels.secondVolunteerId}>
            <Select allowClear placeholder={care.none} options={people} />
          </Form.Item>
        )}
        <Form.Item name="withWorker" valuePropName="checked" extra={words.firstForTwo}><Checkbox>{words.withWorker}</Checkbox></Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
