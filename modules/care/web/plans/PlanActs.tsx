import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { isInForce } from '../../rules/plans.ts'
import { client, type OpenedPlan, useChanged } from '../api.ts'
import { EndPlanDialog } from './EndPlanDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { planWords } from './words.ts'

type Act = 'submit' | 'approve' | 'return' | 'review' | 'end' | 'resume'

/** Everything that can be done with a plan, by this person. */
export function PlanActs({ plan }: { plan: OpenedPlan }) {
  const words = useWords(planWords)
  const [act, setAct] = useState<Act>()
  const { may } = useSession()
  const isDraft = plan.status === 'draft' || plan.status === 'returned'
  const close = () => setAct(undefined)
  return (
    <>
      {may('plan.write') && plan.status !== 'ended' && <Button onClick={() => setAct('end')}>{words.end}</Button>}
      {may('plan.write') && isDraft && <Link to="/plans/write" search={{ plan: plan.id } as never}><Button>{words.edit}</Button></Link>}
      {may('plan.write') && isDraft && <Button type="primary" onClick={() => setAct('submit')}>{words.submit}</Button>}
      {may('plan.write') && isInForce(plan, chinaToday()) && <Button type="primary" onClick={() => setAct('review')}>{words.review}</Button>}
      {may('plan.approve') && plan.status === 'suspended' && <Button type="primary" onClick={() => setAct('resume')}>{words.resume}</Button>}
      {plan.mayDecide && <Button onClick={() => setAct('return')}>{words.giveBack}</Button>}
      {plan.mayDecide && <Button type="primary" onClick={() => setAct('approve')}>{words.approve}</Button>}
      {act === 'review' && <ReviewDialog plan={plan} onClose={close} />}
      {act === 'end' && <EndPlanDialog plan={plan} onClose={close} />}
      <Confirmations plan={plan} act={act} onClose={close} />
    </>
  )
}

function Confirmations({ plan, act, onClose }: { plan: OpenedPlan; act: Act | undefined; onClose: () => void }) {
  const words = useWords(planWords)
  const changed = useChanged()
  const of = { id: plan.id, version: plan.version }
  const done = async (work: Promise<unknown>) => { await work; onClose(); await changed() }
  return (
    <>
      <ConfirmDialog
        open={act === 'submit'} title={words.submitTitle} confirmLabel={words.submit} onCancel={onClose} onConfirm={() => done(client.submitPlan(of))}
      >
        {words.submitLead}
      </ConfirmDialog>
      <ConfirmDialog
        open={act === 'approve'} title={words.approveTitle} confirmLabel={words.approve} onCancel={onClose}
        onConfirm={() => done(client.decidePlan({ ...of, isApproved: true }))}
      >
        {words.approveLead(plan.fromOn)}
      </ConfirmDialog>
      <ConfirmDialog
        open={act === 'resume'} title={words.resumeTitle} confirmLabel={words.resume} onCancel={onClose} onConfirm={() => done(client.resumePlan(of))}
      >
        {words.resumeLead}
      </ConfirmDialog>
      <ReasonDialog
        open={act === 'return'} title={words.returnTitle} confirmLabel={words.giveBack} onCancel={onClose} presets={words.returnPresets}
        onConfirm={answer => done(client.decidePlan({ ...of, isApproved: false, answer }))}
      >
        <p>{words.returnLead}</p>
      </ReasonDialog>
    </>
  )
}
