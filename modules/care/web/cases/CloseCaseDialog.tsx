import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { ClosingReason } from '../../contract.ts'
import { findClosingObstacle, type ClosingObstacle } from '../../rules/closing.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

type Values = { version: number; closedOn: string; reason: ClosingReason; result?: string }
type Input = Parameters<typeof client.closeCase>[0]

/** Closes a case. What stands against it is said before the click, by the same rule that would refuse it. */
export function CloseCaseDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const words = useWords(caseWords)
  const today = chinaToday()
  const lastVisitOn = of.visits.find(({ voidedAt }) => voidedAt === null)?.madeOn ?? null
  const obstacle = findClosingObstacle({
    ...of, lastVisitOn, closedOn: today, today, planStatus: of.openPlan?.status ?? null, referralSentOn: of.openReferral?.sentOn ?? null,
    isDouble: of.otherOpen !== null, hasOther: of.otherOpen !== null,
  })
  const isInTheWay = obstacle !== undefined && ['CASE_HAS_OPEN_PLAN', 'CASE_HAS_OVERDUE_VISIT', 'CASE_HAS_OPEN_REFERRAL'].includes(obstacle.code)
  return (
    <FormDialog title={words.closeTitle} onClose={onClose}>
      {isInTheWay ? <InTheWay of={of} obstacle={obstacle} /> : <CloseCaseForm of={of} earliestOn={lastVisitOn ?? of.openedOn} onClose={onClose} />}
    </FormDialog>
  )
}

/** What stands against closing, with the way to it. */
function InTheWay({ of, obstacle }: { of: OpenedCase; obstacle: ClosingObstacle }) {
  const words = useWords(caseWords)
  const { day } = useWords(careWords)
  const warn = (title: string, to: string, label: string, search?: object) => (
    <Alert type="warning" showIcon title={title} action={<Link to={to} search={search as never}><Button type="primary">{label}</Button></Link>} />
  )
  if (obstacle.code === 'CASE_HAS_OPEN_PLAN') return warn(words.planOpen, `/plans/${of.openPlan?.id ?? ''}`, words.openPlan)
  if (obstacle.code === 'CASE_HAS_OPEN_REFERRAL') {
    return warn(words.referralOpen(day(obstacle.data.sentOn)), `/referrals/${of.openReferral?.id ?? ''}`, words.openReferral)
  }
  return obstacle.code === 'CASE_HAS_OVERDUE_VISIT' ? warn(words.visitLate(day(obstacle.data.dueOn)), '/visits/record', words.goRecord, { case: of.id }) : null
}

function CloseCaseForm({ of, earliestOn, onClose }: { of: OpenedCase; earliestOn: string; onClose: () => void }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const labels = { closedOn: words.closingDay, reason: words.closingReason, result: words.result }
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'close-case', labels, operation: client.closeCase,
    initialValues: { version: of.version, closedOn: chinaToday(), ...(of.otherOpen === null ? {} : { reason: 'duplicate' as const }) },
    toInput: values => ({ ...values, id: of.id, result: values.result ?? '' }),
    refusalFields: { CLOSING_BEFORE_VISIT: 'closedOn', CASE_HAS_OVERDUE_VISIT: 'reason', NO_OTHER_CASE: 'reason' },
    onSaved: async () => { onClose(); await changed() },
  })
  const reason = Form.useWatch('reason', record.form)
  return (
    <RecordForm record={record} submitLabel={words.close} onCancel={onClose}>
      <p className="xh-gap">{words.closeLead}</p>
      {of.otherOpen !== null && <Alert type="info" showIcon className="xh-gap" title={words.closeDouble} />}
      <Form.Item name="reason" label={labels.reason} rules={[{ required: true, message: words.chooseClosing }]}>
        <Radio.Group
          aria-label={labels.reason}
          options={optionsOf(care.closings).filter(({ value }) => value !== 'duplicate' || of.otherOpen !== null)}
        />
      </Form.Item>
      {reason === 'moved-away' && <Alert type="info" showIcon className="xh-gap" title={words.movedWithin} />}
      <DateItem name="closedOn" label={labels.closedOn} required min={earliestOn} max={chinaToday()} />
      <Form.Item name="result" label={labels.result} extra={care.sealed}><Input.TextArea rows={4} maxLength={1000} showCount /></Form.Item>
    </RecordForm>
  )
}
