import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { AssessDialog } from './AssessDialog.tsx'
import { CloseCaseDialog } from './CloseCaseDialog.tsx'
import { PlanSeriesDialog } from '../visits/PlanSeriesDialog.tsx'
import { PlanVisitDialog } from '../visits/PlanVisitDialog.tsx'
import { planningWords } from '../visits/planning-words.ts'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

/** Everything that can be done with a case, by this person. */
export function CaseActs({ of }: { of: OpenedCase }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const planning = useWords(planningWords)
  const [act, setAct] = useState<'assess' | 'close' | 'reopen' | 'plan' | 'series'>()
  const { may } = useSession()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const isOpen = of.status === 'open'
  return (
    <>
      {isOpen && may('case.close') && <Button onClick={() => setAct('close')}>{words.close}</Button>}
      {!isOpen && may('case.close') && <Button onClick={() => setAct('reopen')}>{words.reopen}</Button>}
      {isOpen && may('risk.assess') && <Button onClick={() => setAct('assess')}>{words.reassess}</Button>}
      {isOpen && may('visit.record') && <Button onClick={() => setAct('plan')}>{planning.planVisit}</Button>}
      {isOpen && may('visit.record') && <Button onClick={() => setAct('series')}>{planning.series}</Button>}
      {may('visit.record') && (
        <Link to="/visits/record" search={{ case: of.id } as never}>
          <Button type="primary" icon={<EditOutlined aria-hidden="true" />}>{care.recordVisit}</Button>
        </Link>
      )}
      {act === 'assess' && <AssessDialog of={of} onClose={close} />}
      {act === 'close' && <CloseCaseDialog of={of} onClose={close} />}
      {act === 'series' && <PlanSeriesDialog of={of} onClose={close} />}
      {act === 'plan' && <PlanVisitDialog of={of} onClose={close} />}
      <ReasonDialog
        open={act === 'reopen'} title={words.reopenTitle} confirmLabel={words.reopen} onCancel={close} presets={words.reopenPresets}
        onConfirm={async reason => { await client.reopenCase({ id: of.id, version: of.version, reason }); close(); await changed() }}
      >
        <p>{words.reopenLead}</p>
      </ReasonDialog>
    </>
  )
}
