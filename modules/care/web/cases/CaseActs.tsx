import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { AssessDialog } from './AssessDialog.tsx'
import { CloseCaseDialog } from './CloseCaseDialog.tsx'
import { PlanSeriesDialog } from '../visits/PlanSeriesDialog.tsx'
import { PlanVisitDialog } from '../visits/PlanVisitDialog.tsx'

/** Everything that can be done with a case, by this person. */
export function CaseActs({ of }: { of: OpenedCase }) {
  const [act, setAct] = useState<'assess' | 'close' | 'reopen' | 'plan' | 'series'>()
  const { may } = useSession()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const isOpen = of.status === 'open'
  return (
    <>
      {isOpen && may('case.close') && <Button onClick={() => setAct('close')}>结案</Button>}
      {!isOpen && may('case.close') && <Button onClick={() => setAct('reopen')}>重新开案</Button>}
      {isOpen && may('risk.assess') && <Button onClick={() => setAct('assess')}>重新评估</Button>}
      {isOpen && may('visit.record') && <Button onClick={() => setAct('plan')}>安排走访</Button>}
      {isOpen && may('visit.record') && <Button onClick={() => setAct('series')}>定期走访</Button>}
      {may('visit.record') && (
        <Link to="/visits/record" search={{ case: of.id } as never}><Button type="primary" icon={<EditOutlined aria-hidden="true" />}>记录走访</Button></Link>
      )}
      {act === 'assess' && <AssessDialog of={of} onClose={close} />}
      {act === 'close' && <CloseCaseDialog of={of} onClose={close} />}
      {act === 'series' && <PlanSeriesDialog of={of} onClose={close} />}
      {act === 'plan' && <PlanVisitDialog of={of} onClose={close} />}
      <ReasonDialog
        open={act === 'reopen'} title="重新开案？" confirmLabel="重新开案" onCancel={close} presets={['又出现新的困难', '父母再次外出', '结案有误']}
        onConfirm={async reason => { await client.reopenCase({ id: of.id, version: of.version, reason }); close(); await changed() }}
      >
        <p>从今天起重新计算走访日期，结对需要重新办理。原因里请不要写孩子的姓名。</p>
      </ReasonDialog>
    </>
  )
}
