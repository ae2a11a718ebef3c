import { Form, Input, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { GoalOutcome } from '../../contract.ts'
import { client, type OpenedPlan, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { careWords } from '../words.ts'
import { planWords } from './words.ts'

type Goal = { goalId: string; outcome: GoalOutcome; words?: string }
type Values = { version: number; reviewedOn: string; nextReviewOn?: string; summary?: string; goals: Goal[] }
type Asked = Parameters<typeof client.recordReview>[0]

/** Reviews a plan: each goal open, reached or missed in words, and when it is looked at next. */
export function ReviewDialog({ plan, onClose }: { plan: OpenedPlan; onClose: () => void }) {
  const texts = useWords(planWords)
  const care = useWords(careWords)
  const labels = { reviewedOn: texts.reviewDay, summary: texts.summary, nextReviewOn: texts.nextReview, goals: texts.goals }
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'review', labels, operation: client.recordReview,
    initialValues: {
      version: plan.version, reviewedOn: chinaToday(), goals: plan.goals.map(({ id, outcome, words }) => ({ goalId: id, outcome, words: words ?? '' })),
    },
    toInput: ({ version, reviewedOn, nextReviewOn, summary, goals }) => ({
      id: plan.id, version, reviewedOn, summary: summary ?? '', ...(nextReviewOn ? { nextReviewOn } : {}),
      goals: goals.map(({ words, ...goal }) => ({ ...goal, words: words ?? '' })),
    }),
    refusalFields: { REVIEW_OUTSIDE_PLAN: 'reviewedOn', NEXT_REVIEW_OUTSIDE_PLAN: 'nextReviewOn' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={texts.reviewTitle} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.saveReview} onCancel={onClose}>
        <DateItem name="reviewedOn" label={labels.reviewedOn} required min={plan.fromOn} max={chinaToday()} />
        {plan.goals.map((goal, at) => <GoalItem key={goal.id} text={goal.text ?? texts.goal(at + 1)} at={at} />)}
        <Form.Item name="summary" label={labels.summary} extra={care.sealed}><Input.TextArea rows={4} maxLength={1000} /></Form.Item>
        <DateItem name="nextReviewOn" label={labels.nextReviewOn} min={chinaToday()} max={plan.untilOn} extra={texts.nextHint(plan.untilOn)} />
      </RecordForm>
    </FormDialog>
  )
}

function GoalItem({ text, at }: { text: string; at: number }) {
  const texts = useWords(planWords)
  const { goalStates } = useWords(careWords)
  const outcome = Form.useWatch<GoalOutcome | undefined>(['goals', at, 'outcome'])
  return (
    <div className="care-goal">
      <Form.Item name={['goals', at, 'goalId']} hidden><Input /></Form.Item>
      <Form.Item name={['goals', at, 'outcome']} label={texts.goalText(at + 1, text)}>
        <Radio.Group className="care-tiles" optionType="button" options={optionsOf(goalStates)} />
      </Form.Item>
      <Form.Item
        name={['goals', at, 'words']} label={texts.goalWords(at + 1)}
        rules={outcome === undefined || outcome === 'open' ? [] : [{ required: true, whitespace: true, message: texts.goalWordsNeeded }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </div>
  )
}
