import { Checkbox, Form, InputNumber, Radio, type FormInstance } from 'antd'
import type { Medium, Outcome } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { roleWords } from '../../rules/words.ts'
import type { ShownPairing } from '../api.ts'
import '../care.css'
import { mediumOptions, outcomeOptions } from '../names.ts'

/** Fields of a visit as the forms hold them. */
export type VisitValues = { outcome: Outcome; madeOn: string; medium: Medium; minutes?: number; volunteerIds?: string[]; note?: string }

/** Names of the fields for people. */
export const visitLabels = {
  outcome: '结果', madeOn: '走访日期', medium: '方式', minutes: '时长（分钟）', volunteerIds: '谁去的', onBehalfOf: '代录', note: '走访记录',
}

const usualMinutes = [30, 45, 60, 90]

export function OutcomeItem() {
  return (
    <Form.Item name="outcome" label={visitLabels.outcome} extra="没有见到孩子也请记下来：单独统计，不影响应走访的日期。">
      <Radio.Group className="care-tiles" optionType="button" options={outcomeOptions} />
    </Form.Item>
  )
}

export function MediumItem() {
  return <Form.Item name="medium" label={visitLabels.medium}><Radio.Group className="care-tiles" optionType="button" options={mediumOptions} /></Form.Item>
}

/** Minutes by one tap or typed; an attempt may take none. */
export function MinutesItem({ form, onPick }: { form: FormInstance; onPick?: () => void }) {
  const outcome = Form.useWatch<Outcome | undefined>('outcome', form)
  const value = Form.useWatch<number | undefined>('minutes', form)
  const least = outcome === 'attempted' ? 0 : 1
  const rule = { type: 'integer' as const, min: least, max: 720, message: `请填${least}至720之间的整分钟数。` }
  const pick = (minutes: number) => { form.setFieldValue('minutes', minutes); onPick?.() }
  return (
    <div className="care-beside">
      <Form.Item name="minutes" label={visitLabels.minutes} rules={[rule, { required: least === 1, message: '请填时长。' }]}>
        <InputNumber min={0} max={720} precision={0} inputMode="numeric" />
      </Form.Item>
      <div className="care-quick" role="group" aria-label="常用时长">
        {(outcome === 'attempted' ? [0, 10, ...usualMinutes] : usualMinutes).map(minutes => (
          <button key={minutes} type="button" className="xh-preset" aria-pressed={value === minutes} onClick={() => pick(minutes)}>{minutes}分钟</button>
        ))}
      </div>
    </div>
  )
}

/** Those paired on the day can be ticked; others are shown with the reason. Nobody ticked: the worker went alone. */
export function VolunteersItem({ pairings, madeOn }: { pairings: readonly ShownPairing[]; madeOn: string | undefined }) {
  const people = [...new Map(pairings.map(pairing => [pairing.volunteerId, pairing])).values()]
  if (people.length === 0) return <p className="xh-secondary xh-gap">还没有结对人，这次记为工作人员单独走访。</p>
  const wasPaired = (id: string) => pairings.some(pairing => pairing.volunteerId === id && (madeOn === undefined || includes(pairing, madeOn)))
  const options = people.map(({ volunteerId, volunteerName, role }) => ({
    value: volunteerId, disabled: !wasPaired(volunteerId), label: `${volunteerName}（${wasPaired(volunteerId) ? roleWords[role] : '当天没有结对'}）`,
  }))
  return <Form.Item name="volunteerIds" label={visitLabels.volunteerIds} extra="都不勾选，就是工作人员单独走访。"><Checkbox.Group options={options} /></Form.Item>
}
