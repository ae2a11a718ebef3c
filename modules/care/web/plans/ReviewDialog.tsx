import { Form, Input, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { GoalOutcome } from '../../contract.ts'
import { chinaToday, client, type OpenedPlan, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { goalOutcomeOptions } from '../names.ts'

type Goal = { goalId: string; outcome: GoalOutcome; words?: string }
type Values = { version: number; reviewedOn: string; nextReviewOn?: string; summary?: string; goals: Goal[] }
type Asked = Parameters<typeof client.recordReview>[0]

const labels = { reviewedOn: '回访日期', summary: '回访情况', nextReviewOn: '下次回访不晚于', goals: '目标' }

/** Reviews a plan: each goal open, reached or missed in words, and when it is looked at next. */
export function ReviewDialog({ plan, onClose }: { plan: OpenedPlan; onClose: () => void }) {
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
    <FormDialog title="回访方案" onClose={onClose}>
      <RecordForm record={record} submitLabel="保存回访" onCancel={onClose}>
        <DateItem name="reviewedOn" label={labels.reviewedOn} required min={plan.fromOn} max={chinaToday()} />
        {plan.goals.map((goal, at) => <GoalItem key={goal.id} text={goal.text ?? `目标${at + 1}`} at={at} />)}
        <Form.Item name="summary" label={labels.summary} extra="加密保存，只有办理人员能看到。"><Input.TextArea rows={4} maxLength={1000} /></Form.Item>
        <DateItem name="nextReviewOn" label={labels.nextReviewOn} min={chinaToday()} max={plan.untilOn} extra={`不填就到方案结束（${plan.untilOn}）再看。`} />
      </RecordForm>
    </FormDialog>
  )
}

function GoalItem({ text, at }: { text: string; at: number }) {
  const outcome = Form.useWatch<GoalOutcome | undefined>(['goals', at, 'outcome'])
  return (
    <div className="care-goal">
      <Form.Item name={['goals', at, 'goalId']} hidden><Input /></Form.Item>
      <Form.Item name={['goals', at, 'outcome']} label={`目标${at + 1}：${text}`}>
        <Radio.Group className="care-tiles" optionType="button" options={goalOutcomeOptions} />
      </Form.Item>
      <Form.Item
        name={['goals', at, 'words']} label={`目标${at + 1}说明`}
        rules={outcome === undefined || outcome === 'open' ? [] : [{ required: true, whitespace: true, message: '达成或未达成的，请写一句说明。' }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </div>
  )
}
