import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownVisit } from '../api.ts'
import { CaseChoice } from './CaseChoice.tsx'
import { DueTag } from '../DueTag.tsx'
import { RecordVisitForm } from './RecordVisitForm.tsx'
import { RiskTag } from '../RiskTag.tsx'
import { careWords } from '../words.ts'
import { visitWords } from './words.ts'

/** Records one visit in under a minute: whom, then one screen. */
export default function RecordVisitPage() {
  const { search, set } = useAddress<{ case: string }>()
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const [saved, setSaved] = useState<ShownVisit>()
  const again = () => { setSaved(undefined); set('case', undefined) }
  if (saved) return <Page title={words.recorded} width="text"><Saved visit={saved} onAgain={again} /></Page>
  return (
    <Page title={care.recordVisit} width="text" back={{ to: '/worklist', label: care.worklist }}>
      {search.case ? <ForCase key={search.case} id={search.case} onSaved={setSaved} onOther={again} /> : <CaseChoice onChoose={id => set('case', id)} />}
    </Page>
  )
}

function ForCase({ id, onSaved, onOther }: { id: string; onSaved: (visit: ShownVisit) => void; onOther: () => void }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const of = useQuery(queries.getCase.queryOptions({ input: { id }, staleTime: 60_000 }))
  const draft = useQuery(queries.getVisitDraft.queryOptions({ input: { id }, staleTime: Infinity, gcTime: 0 }))
  const problem = of.error ?? draft.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void of.refetch(); void draft.refetch() }} />
  if (of.data === undefined || draft.data === undefined) return <Skeleton active />
  return (
    <>
      <Sheet>
        <Facts
          tiles lines={[
            fact(care.child, care.childSaid(of.data.childLabel)), fact(care.unit, of.data.unitName), fact(care.risk, <RiskTag colour={of.data.colour} />),
            fact(care.nextVisit, <DueTag of={of.data} />),
          ]}
        />
        <p><Button type="link" onClick={onOther}>{care.otherChild}</Button></p>
      </Sheet>
      {of.data.status === 'closed' && <Alert type="info" showIcon className="xh-gap" title={words.isClosed(of.data.closedOn ?? '')} />}
      <Sheet><RecordVisitForm of={of.data} draft={draft.data.draft} onSaved={onSaved} /></Sheet>
    </>
  )
}

function Saved({ visit, onAgain }: { visit: ShownVisit; onAgain: () => void }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const next = useQuery(queries.listCases.queryOptions({ input: { childId: visit.childId, limit: 1 } }))
  const dueOn = next.data?.items[0]?.nextVisitDueOn
  return (
    <Sheet>
      <div className="care-done" role="status">
        <Alert
          type="success" showIcon
          title={`${care.childSaid(visit.childLabel)}${care.colon}${[
            visit.madeOn, care.media[visit.medium], care.outcomes[visit.outcome], ...(visit.minutes > 0 ? [care.minutes(visit.minutes)] : []),
          ].join(care.comma)}`}
          description={dueOn && words.nextBefore(care.day(dueOn))}
        />
        <div className="care-acts">
          <Button type="primary" size="large" onClick={onAgain}>{words.recordAnother}</Button>
          <Link to={`/cases/${visit.caseId}`}><Button size="large">{care.openTheCase}</Button></Link>
          <Link to="/worklist"><Button size="large">{words.backToWork}</Button></Link>
        </div>
      </div>
    </Sheet>
  )
}
