import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { closingReasonWords } from '../../rules/words.ts'
import { queries, type OpenedCase } from '../api.ts'
import '../care.css'
import { AssessmentSheet } from './AssessmentSheet.tsx'
import { CaseActs } from './CaseActs.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import { ContactSheet } from './ContactSheet.tsx'
import { DueTag } from '../DueTag.tsx'
import { PlanSheet } from '../plans/PlanSheet.tsx'
import { PairingSheet } from './PairingSheet.tsx'
import { RiskTag } from '../RiskTag.tsx'

/** One case: how it stands, who goes, what happened, and everything that can be done. */
export default function CasePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getCase.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <CaseView of={asked.data} /> : <Skeleton active />
}

function CaseView({ of }: { of: OpenedCase }) {
  const { may } = useSession()
  return (
    <Page title={`${of.childLabel}的个案`} back={{ to: '/cases', label: '帮扶个案' }} lead={`${of.unitName} · ${of.openedOn} 开案`} actions={<CaseActs of={of} />}>
      {of.status === 'closed' && (
        <Alert
          type="info" showIcon className="xh-gap" title={`已于 ${of.closedOn ?? ''} 结案：${of.closingReason ? closingReasonWords[of.closingReason] : ''}`}
          description={of.closingResult && <p className="care-note">{of.closingResult}</p>}
        />
      )}
      <Sheet title="现况">
        <dl className="care-facts">
          <div><dt>风险</dt><dd><RiskTag colour={of.colour} />{of.isColourOverridden && '（人工调整）'}</dd></div>
          <div><dt>走访间隔</dt><dd>每{of.intervalDays}天</dd></div>
          <div><dt>下次走访</dt><dd><DueTag of={of} /></dd></div>
          <div><dt>最近见到孩子</dt><dd>{of.lastMadeOn ?? '还没有'}</dd></div>
          {may('child.read') && <div><dt>档案</dt><dd><Link to={`/children/${of.childId}`}>打开孩子的档案</Link></dd></div>}
        </dl>
        {of.need && <><h3>帮扶需求</h3><p className="care-note">{of.need}</p></>}
        {of.planned.length > 0 && (
          <p>已安排走访：{of.planned.map(({ plannedOn, volunteerName }) => `${plannedOn}${volunteerName ? `（${volunteerName}）` : ''}`).join('，')}</p>
        )}
      </Sheet>
      {may('child.open') && of.status === 'open' && <ContactSheet of={of} />}
      <AssessmentSheet of={of} />
      {may('case.read') && <PlanSheet of={of} />}
      <PairingSheet of={of} />
      <Sheet title="经过" actions={<Link to="/visits" search={{ caseId: of.id } as never}>全部走访</Link>}><CaseTimeline of={of} /></Sheet>
    </Page>
  )
}
