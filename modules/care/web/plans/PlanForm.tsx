import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Form, Input } from 'antd'
import type { CallContext } from '#platform/ui/client.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { addDays, addYears, chinaToday } from '#platform/values/local-date.ts'
import { type client, type OpenedPlan, type ShownPairing, type ShownPlan, useChanged } from '../api.ts'
import { careWords } from '../words.ts'
import { planWords } from './words.ts'

/** What the form writes. */
export type PlanValues = Omit<Parameters<typeof client.addPlan>[0], 'id'>

type Props = {
  plan?: OpenedPlan
  /** Whose names are offered as responsible. */
  pairings: readonly ShownPairing[]
  save: (values: PlanValues, options: { context: CallContext }) => Promise<ShownPlan>
  onSaved: (id: string) => Promise<void>
}

/** Days, goals and services of a plan. */
export function PlanForm({ plan, pairings, save, onSaved }: Props) {
  const words = useWords(planWords)
  const care = useWords(careWords)
  const labels = {
    fromOn: words.begins, reviewOn: words.firstReview, untilOn: words.ends, aim: words.aim, goals: words.goals, services: words.services,
  }
  const changed = useChanged()
  const record = useRecordForm<PlanValues, PlanValues, ShownPlan>({
    name: 'plan', labels, operation: save, initialValues: plan === undefined ? beginning() : textOf(plan),
    toInput: values => ({ ...values, aim: values.aim ?? '', goals: values.goals, services: values.services }),
    refusalFields: { PLAN_DAYS_REVERSED: 'untilOn', PLAN_BEFORE_CASE: 'fromOn' },
    onSaved: async saved => { await changed(); await onSaved(saved.id) },
  })
  return (
    <RecordForm record={record} submitLabel={words.saveDraft}>
      <div className="care-beside">
        <DateItem name="fromOn" label={labels.fromOn} required />
        <DateItem name="reviewOn" label={labels.reviewOn} required />
        <DateItem name="untilOn" label={labels.untilOn} required />
      </div>
      <Form.Item name="aim" label={labels.aim} extra={care.sealed}><Input.TextArea rows={3} maxLength={1000} /></Form.Item>
      <h3 className="care-part">{words.goals}</h3>
      <Form.List name="goals">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="care-goal">
                <Form.Item name={[name, 'text']} label={words.goal(name + 1)} rules={[{ required: true, whitespace: true, message: words.goalNeeded }]}>
                  <Input maxLength={300} placeholder={words.goalHint} />
                </Form.Item>
                <DateItem name={[name, 'dueOn']} label={words.goalDue(name + 1)} required />
                <Button type="text" icon={<DeleteOutlined aria-hidden="true" />} onClick={() => remove(name)}>{words.removeGoal(name + 1)}</Button>
              </div>
            ))}
            {fields.length < 10 && <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({})}>{words.addGoal}</Button>}
          </>
        )}
      </Form.List>
      <h3 className="care-part">{words.services}</h3>
      <Services names={[...new Set(pairings.map(({ volunteerName }) => volunteerName))]} />
    </RecordForm>
  )
}

function Services({ names }: { names: readonly string[] }) {
  const words = useWords(planWords)
  const form = Form.useFormInstance<PlanValues>()
  const days = () => ({ fromOn: form.getFieldValue('fromOn') as string, untilOn: form.getFieldValue('untilOn') as string })
  return (
    <Form.List name="services">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="care-goal">
              <Form.Item name={[name, 'text']} label={words.service(name + 1)} rules={[{ required: true, whitespace: true, message: words.serviceNeeded }]}>
                <Input maxLength={300} placeholder={words.serviceHint} />
              </Form.Item>
              <Form.Item
                name={[name, 'responsible']} label={words.responsible(name + 1)}
                rules={[{ required: true, whitespace: true, message: words.responsibleNeeded }]}
              >
                <AutoComplete maxLength={50} options={names.map(value => ({ value }))} placeholder={words.responsibleHint} />
              </Form.Item>
              <div className="care-beside">
                <DateItem name={[name, 'fromOn']} label={words.serviceFrom(name + 1)} required />
                <DateItem name={[name, 'untilOn']} label={words.serviceUntil(name + 1)} required />
              </div>
              <Button type="text" icon={<DeleteOutlined aria-hidden="true" />} onClick={() => remove(name)}>{words.removeService(name + 1)}</Button>
            </div>
          ))}
          {fields.length < 20 && <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add(days())}>{words.addService}</Button>}
        </>
      )}
    </Form.List>
  )
}

/** A year from today, reviewed after a quarter. */
function beginning(): Partial<PlanValues> {
  const today = chinaToday()
  return { fromOn: today, reviewOn: addDays(today, 90), untilOn: addDays(addYears(today, 1), -1), aim: '', goals: [], services: [] }
}

const textOf = ({ fromOn, reviewOn, untilOn, aim, goals, services }: OpenedPlan): PlanValues => ({
  fromOn, reviewOn, untilOn, aim: aim ?? '', goals: goals.map(({ text, dueOn }) => ({ text: text ?? '', dueOn })),
  services: services.map(({ text, responsible, fromOn: from, untilOn: until }) => ({ text: text ?? '', responsible, fromOn: from, untilOn: until })),
})
