import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type OpenedCase } from '../api.ts'
import '../care.css'
import { AssessmentSheet } from './AssessmentSheet.tsx'
import { CaseActs } from './CaseActs.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import { ContactSheet } from './ContactSheet.tsx'
import { DueTag } from '../DueTag.tsx'
import { PlanSheet } from '../plans/PlanSheet.tsx'
import { NotesSheet } from './NotesSheet.tsx'
import { PairingSheet } from './PairingSheet.tsx'
import { RiskTag } from '../RiskTag.tsx'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

/** One case: how it stands, who goes, what happened, and everything that can be done. */
export default function CasePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getCase.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <CaseView of={asked.data} /> : <Skeleton active />
}

function CaseView({ of }: { of: OpenedCase }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const { may } = useSession()
  return (
    <Page
      title={words.caseOf(of.childLabel)} back={{ to: '/cases', label: care.cases }} lead={words.openedOf(of.unitName, of.openedOn)}
      actions={<CaseActs of={of} />}
    >
      {of.status === 'closed' && (
        <Alert
          type="info" showIcon className="xh-gap" title={words.closedAs(of.closedOn ?? '', of.closingReason ? care.closings[of.closingReason] : '')}
          description={of.closingResult && <p className="care-note">{of.closingResult}</p>}
        />
      )}
      {of.status === 'open' && !of.isChildRegistered && (
        <Alert type="warning" showIcon className="xh-gap" title={words.childLeft} description={words.childLeftLead} />
      )}
      {of.status === 'open' && of.isChildRegistered && !of.hasServiceConsent && <ConsentEnded childId={of.childId} />}
      {of.otherOpen !== null && (
        <Alert
          type="warning" showIcon className="xh-gap" title={words.double(of.otherOpen.unitName ?? '', of.otherOpen.openedOn)}
          description={<><p className="xh-gap">{words.doubleLead}</p><Link to={`/cases/${of.otherOpen.id}`}><Button>{words.openOther}</Button></Link></>}
        />
      )}
      <Sheet title={words.state}>
        <Facts
          tiles lines={[
            fact(care.risk, <><RiskTag colour={of.colour} />{of.isColourOverridden && words.byHand}</>), fact(words.interval, words.everyDays(of.intervalDays)),
            fact(care.nextVisit, <DueTag of={of} />), fact(words.lastSeen, of.lastMadeOn ?? care.notYet),
            may('child.read') && fact(words.file, <Link to={`/children/${of.childId}`}>{words.openFile}</Link>),
          ]}
        />
        {of.need && <><h3>{words.need}</h3><p className="care-note">{of.need}</p></>}
        {of.planned.length > 0 && (
          <p>
            {words.plannedVisits}
            {of.planned.map(({ plannedOn, volunteerName }) => `${plannedOn}${volunteerName ? words.whoGoes(volunteerName) : ''}`).join(care.comma)}
          </p>
        )}
      </Sheet>
      {may('child.open') && of.status === 'open' && <ContactSheet of={of} />}
      <AssessmentSheet of={of} />
      {may('case.read') && <PlanSheet of={of} />}
      <PairingSheet of={of} />
      <Slot name="case-page.aid" props={{ caseId: of.id, isOpen: of.status === 'open' }} />
      <NotesSheet of={of} />
      <Sheet title={words.course} actions={<Link to="/visits" search={{ caseId: of.id } as never}>{words.allVisits}</Link>}><CaseTimeline of={of} /></Sheet>
    </Page>
  )
}

/** The family took its consent back, or it ran out: what is to be done, and the way to the file. */
function ConsentEnded({ childId }: { childId: string }) {
  const words = useWords(caseWords)
  const { may } = useSession()
  return (
    <Alert
      type="warning" showIcon className="xh-gap" title={words.consentEnded}
      description={(
        <>
          <p className="xh-gap">{words.consentEndedLead}</p>
          {may('child.read') && <Link to={`/children/${childId}`}><Button>{words.recordConsent}</Button></Link>}
        </>
      )}
    />
  )
}
