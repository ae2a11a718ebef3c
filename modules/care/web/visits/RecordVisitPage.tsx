import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { mediumWords, outcomeWords } from '../../rules/words.ts'
import { queries, type ShownVisit } from '../api.ts'
import { CaseChoice } from './CaseChoice.tsx'
import { DueTag } from '../DueTag.tsx'
import { RecordVisitForm } from './RecordVisitForm.tsx'
import { RiskTag } from '../RiskTag.tsx'

/** Records one visit in under a minute: whom, then one screen. */
export default function RecordVisitPage() {
  const { search, set } = useAddress<{ case: string }>()
  const [saved, setSaved] = useState<ShownVisit>()
  const again = () => { setSaved(undefined); set('case', undefined) }
  if (saved) return <Page title="走访已记录" width="text"><Saved visit={saved} onAgain={again} /></Page>
  return (
    <Page title="记录走访" width="text" back={{ to: '/worklist', label: '走访任务' }}>
      {search.case ? <ForCase key={search.case} id={search.case} onSaved={setSaved} onOther={again} /> : <CaseChoice onChoose={id => set('case', id)} />}
    </Page>
  )
}

function ForCase({ id, onSaved, onOther }: { id: string; onSaved: (visit: ShownVisit) => void; onOther: () => void }) {
  const of = useQuery(queries.getCase.queryOptions({ input: { id }, staleTime: 60_000 }))
  const draft = useQuery(queries.getVisitDraft.queryOptions({ input: { id }, staleTime: Infinity, gcTime: 0 }))
  const problem = of.error ?? draft.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void of.refetch(); void draft.refetch() }} />
  if (of.data === undefined || draft.data === undefined) return <Skeleton active />
  return (
    <>
      <Sheet>
        <dl className="care-facts">
          <div><dt>孩子</dt><dd>{of.data.childLabel}</dd></div>
          <div><dt>单位</dt><dd>{of.data.unitName}</dd></div>
          <div><dt>风险</dt><dd><RiskTag colour={of.data.colour} /></dd></div>
          <div><dt>下次走访</dt><dd><DueTag of={of.data} /></dd></div>
        </dl>
        <p><Button type="link" onClick={onOther}>换一个孩子</Button></p>
      </Sheet>
      {of.data.status === 'closed' && <Alert type="info" showIcon className="xh-gap" title={`个案已于${of.data.closedOn ?? ''}结案，只能补录结案以前的走访。`} />}
      <Sheet><RecordVisitForm of={of.data} draft={draft.data.draft} onSaved={onSaved} /></Sheet>
    </>
  )
}

function Saved({ visit, onAgain }: { visit: ShownVisit; onAgain: () => void }) {
  const next = useQuery(queries.listCases.queryOptions({ input: { childId: visit.childId, limit: 1 } }))
  const minutes = visit.minutes > 0 ? `，${visit.minutes}分钟` : ''
  const dueOn = next.data?.items[0]?.nextVisitDueOn
  return (
    <Sheet>
      <div className="care-done" role="status">
        <Alert
          type="success" showIcon
          title={`${visit.childLabel}：${visit.madeOn} ${mediumWords[visit.medium]}，${outcomeWords[visit.outcome]}${minutes}`}
          description={dueOn && `下次走访请在${formatChinese(dueOn)}前。`}
        />
        <div className="care-acts">
          <Button type="primary" size="large" onClick={onAgain}>再记一次走访</Button>
          <Link to={`/cases/${visit.caseId}`}><Button size="large">打开个案</Button></Link>
          <Link to="/worklist"><Button size="large">回走访任务</Button></Link>
        </div>
      </div>
    </Sheet>
  )
}
