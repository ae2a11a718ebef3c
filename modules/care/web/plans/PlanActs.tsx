import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { isInForce } from '../../rules/plans.ts'
import { chinaToday, client, type OpenedPlan, useChanged } from '../api.ts'
import { EndPlanDialog } from './EndPlanDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'

type Act = 'submit' | 'approve' | 'return' | 'review' | 'end' | 'resume'

/** Everything that can be done with a plan, by this person. */
export function PlanActs({ plan }: { plan: OpenedPlan }) {
  const [act, setAct] = useState<Act>()
  const { may } = useSession()
  const isDraft = plan.status === 'draft' || plan.status === 'returned'
  const close = () => setAct(undefined)
  return (
    <>
      {may('plan.write') && plan.status !== 'ended' && <Button onClick={() => setAct('end')}>结束方案</Button>}
      {may('plan.write') && isDraft && <Link to="/plans/write" search={{ plan: plan.id } as never}><Button>修改</Button></Link>}
      {may('plan.write') && isDraft && <Button type="primary" onClick={() => setAct('submit')}>提交审批</Button>}
      {may('plan.write') && isInForce(plan, chinaToday()) && <Button type="primary" onClick={() => setAct('review')}>回访</Button>}
      {may('plan.approve') && plan.status === 'suspended' && <Button type="primary" onClick={() => setAct('resume')}>恢复方案</Button>}
      {plan.mayDecide && <Button onClick={() => setAct('return')}>退回修改</Button>}
      {plan.mayDecide && <Button type="primary" onClick={() => setAct('approve')}>核定方案</Button>}
      {act === 'review' && <ReviewDialog plan={plan} onClose={close} />}
      {act === 'end' && <EndPlanDialog plan={plan} onClose={close} />}
      <Confirmations plan={plan} act={act} onClose={close} />
    </>
  )
}

function Confirmations({ plan, act, onClose }: { plan: OpenedPlan; act: Act | undefined; onClose: () => void }) {
  const changed = useChanged()
  const of = { id: plan.id, version: plan.version }
  const done = async (work: Promise<unknown>) => { await work; onClose(); await changed() }
  return (
    <>
      <ConfirmDialog
        open={act === 'submit'} title="提交这个方案审批？" confirmLabel="提交审批" onCancel={onClose} onConfirm={() => done(client.submitPlan(of))}
      >
        由另一个人审批。提交以后不能再改；被退回时可以改。
      </ConfirmDialog>
      <ConfirmDialog
        open={act === 'approve'} title="核定这个方案？" confirmLabel="核定方案" onCancel={onClose}
        onConfirm={() => done(client.decidePlan({ ...of, isApproved: true }))}
      >
        核定后从 {plan.fromOn} 起执行，拟订人会收到消息。
      </ConfirmDialog>
      <ConfirmDialog
        open={act === 'resume'} title="恢复这个方案？" confirmLabel="恢复方案" onCancel={onClose} onConfirm={() => done(client.resumePlan(of))}
      >
        须先在孩子的档案里重新登记监护人的同意。
      </ConfirmDialog>
      <ReasonDialog
        open={act === 'return'} title="退回这个方案？" confirmLabel="退回修改" onCancel={onClose} presets={['目标请写得具体一些', '请补充负责人和日期']}
        onConfirm={answer => done(client.decidePlan({ ...of, isApproved: false, answer }))}
      >
        <p>拟订人会看到这段话。加密保存。</p>
      </ReasonDialog>
    </>
  )
}
