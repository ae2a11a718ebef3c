import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Form, Input } from 'antd'
import type { CallContext } from '#platform/ui/client.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { addDays, addYears } from '#platform/values/local-date.ts'
import { chinaToday, type client, type OpenedPlan, type ShownPairing, type ShownPlan, useChanged } from '../api.ts'

/** What the form writes. */
export type PlanValues = Omit<Parameters<typeof client.addPlan>[0], 'id'>

const labels = { fromOn: '开始', reviewOn: '首次回访不晚于', untilOn: '结束', aim: '总的考虑', goals: '目标', services: '服务' }

type Props = {
  plan?: OpenedPlan
  /** Whose names are offered as responsible. */
  pairings: readonly ShownPairing[]
  save: (values: PlanValues, options: { context: CallContext }) => Promise<ShownPlan>
  onSaved: (id: string) => Promise<void>
}

/** Days, goals and services of a plan. */
export function PlanForm({ plan, pairings, save, onSaved }: Props) {
  const changed = useChanged()
  const record = useRecordForm<PlanValues, PlanValues, ShownPlan>({
    name: 'plan', labels, operation: save, initialValues: plan === undefined ? beginning() : textOf(plan),
    toInput: values => ({ ...values, aim: values.aim ?? '', goals: values.goals, services: values.services }),
    refusalFields: { PLAN_DAYS_REVERSED: 'untilOn', PLAN_BEFORE_CASE: 'fromOn' },
    onSaved: async saved => { await changed(); await onSaved(saved.id) },
  })
  return (
    <RecordForm record={record} submitLabel="保存草稿">
      <div className="care-beside">
        <DateItem name="fromOn" label={labels.fromOn} required />
        <DateItem name="reviewOn" label={labels.reviewOn} required />
        <DateItem name="untilOn" label={labels.untilOn} required />
      </div>
      <Form.Item name="aim" label={labels.aim} extra="加密保存，只有办理人员能看到。"><Input.TextArea rows={3} maxLength={1000} /></Form.Item>
      <h3>目标</h3>
      <Form.List name="goals">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="care-goal">
                <Form.Item name={[name, 'text']} label={`目标${name + 1}`} rules={[{ required: true, whitespace: true, message: '请写目标，或删去这一行。' }]}>
                  <Input maxLength={300} placeholder="要达到什么，怎样算达到" />
                </Form.Item>
                <DateItem name={[name, 'dueOn']} label={`目标${name + 1}完成日期`} required />
                <Button type="text" icon={<DeleteOutlined aria-hidden="true" />} onClick={() => remove(name)}>删去目标{name + 1}</Button>
              </div>
            ))}
            {fields.length < 10 && <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({})}>添加目标</Button>}
          </>
        )}
      </Form.List>
      <h3>服务</h3>
      <Services names={[...new Set(pairings.map(({ volunteerName }) => volunteerName))]} />
    </RecordForm>
  )
}

function Services({ names }: { names: readonly string[] }) {
  const form = Form.useFormInstance<PlanValues>()
  const days = () => ({ fromOn: form.getFieldValue('fromOn') as string, untilOn: form.getFieldValue('untilOn') as string })
  return (
    <Form.List name="services">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="care-goal">
              <Form.Item name={[name, 'text']} label={`服务${name + 1}`} rules={[{ required: true, whitespace: true, message: '请写服务，或删去这一行。' }]}>
                <Input maxLength={300} placeholder="做什么，多久一次" />
              </Form.Item>
              <Form.Item
                name={[name, 'responsible']} label={`服务${name + 1}负责人`} rules={[{ required: true, whitespace: true, message: '请写由谁负责。' }]}
              >
                <AutoComplete maxLength={50} options={names.map(value => ({ value }))} placeholder="志愿者、工作人员、学校或部门" />
              </Form.Item>
              <div className="care-beside">
                <DateItem name={[name, 'fromOn']} label={`服务${name + 1}开始`} required />
                <DateItem name={[name, 'untilOn']} label={`服务${name + 1}结束`} required />
              </div>
              <Button type="text" icon={<DeleteOutlined aria-hidden="true" />} onClick={() => remove(name)}>删去服务{name + 1}</Button>
            </div>
          ))}
          {fields.length < 20 && <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add(days())}>添加服务</Button>}
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
