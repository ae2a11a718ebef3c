import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import type { ClosingReason } from '../../contract.ts'
import { findClosingObstacle } from '../../rules/closing.ts'
import { chinaToday, client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { closingOptions } from '../names.ts'

type Values = { version: number; closedOn: string; reason: ClosingReason; result?: string }
type Input = Parameters<typeof client.closeCase>[0]

const labels = { closedOn: '结案日期', reason: '结案原因', result: '帮扶结果' }

/** Closes a case. What stands against it is said before the click, by the same rule that would refuse it. */
export function CloseCaseDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const today = chinaToday()
  const lastVisitOn = of.visits.find(({ voidedAt }) => voidedAt === null)?.madeOn ?? null
  const obstacle = findClosingObstacle({ ...of, lastVisitOn, closedOn: today, today, planStatus: of.openPlan?.status ?? null })
  return (
    <FormDialog title="结案" onClose={onClose}>
      {obstacle?.code === 'CASE_HAS_OPEN_PLAN' && of.openPlan !== null && (
        <Alert
          type="warning" showIcon title="帮扶方案还没有结束，请先回访并结束方案，再结案。"
          action={<Link to={`/plans/${of.openPlan.id}`}><Button type="primary">打开方案</Button></Link>}
        />
      )}
      {obstacle?.code === 'CASE_HAS_OVERDUE_VISIT'
        ? (
          <Alert
            type="warning" showIcon title={`有一次走访（应于${formatChinese(obstacle.data.dueOn)}前）逾期未办，请先补录走访再结案。`}
            action={<Link to="/visits/record" search={{ case: of.id } as never}><Button type="primary">去补录走访</Button></Link>}
          />
        )
        : obstacle?.code !== 'CASE_HAS_OPEN_PLAN' && <CloseCaseForm of={of} earliestOn={lastVisitOn ?? of.openedOn} onClose={onClose} />}
    </FormDialog>
  )
}

function CloseCaseForm({ of, earliestOn, onClose }: { of: OpenedCase; earliestOn: string; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'close-case', labels, operation: client.closeCase, initialValues: { version: of.version, closedOn: chinaToday() },
    toInput: values => ({ ...values, id: of.id, result: values.result ?? '' }),
    refusalFields: { CLOSING_BEFORE_VISIT: 'closedOn' }, onSaved: async () => { onClose(); await changed() },
  })
  return (
    <RecordForm record={record} submitLabel="结案" onCancel={onClose}>
      <p className="xh-gap">结对、走访安排和查阅许可随结案一并结束，上级关工委会收到消息。以后可以重新开案。</p>
      <Form.Item name="reason" label={labels.reason} rules={[{ required: true, message: '请选择结案原因。' }]}><Radio.Group options={closingOptions} /></Form.Item>
      <DateItem name="closedOn" label={labels.closedOn} required min={earliestOn} max={chinaToday()} />
      <Form.Item name="result" label={labels.result} extra="加密保存，只有办理人员能看到。"><Input.TextArea rows={4} maxLength={1000} showCount /></Form.Item>
    </RecordForm>
  )
}
