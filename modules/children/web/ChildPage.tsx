import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { useEffect } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownCard } from './api.ts'
import { ChildActs } from './ChildActs.tsx'
import { ChildStatus } from './ChildListPage.tsx'
import { ConsentSheet } from './ConsentSheet.tsx'
import { FactSheet } from './FactSheet.tsx'
import { FileSheet } from './FileSheet.tsx'
import { FormSheet } from './forms/FormSheet.tsx'
import { MergedSheet } from './merging/MergedSheet.tsx'
import { useNames } from './names.ts'
import { PastSheet } from './PastSheet.tsx'
import { ReadSheet } from './ReadSheet.tsx'
import { TypeSheet } from './TypeSheet.tsx'
import { childWords } from './words/child-words.ts'

/** One child without identity: what it counts as and why, what is known, who agreed to what, and the way to the full file. */
export default function ChildPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getChild.queryOptions({ input: { id } }))
  const navigate = useNavigate()
  const goingOn = asked.data?.id
  // The address of a merged record opens the one that goes on.
  useEffect(() => {
    if (goingOn !== undefined && goingOn !== id) void navigate({ to: `/children/${goingOn}` as string, replace: true })
  }, [goingOn, id, navigate])
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ChildView child={asked.data} /> : <Skeleton active />
}

function ChildView({ child }: { child: ShownCard }) {
  const texts = useWords(childWords)
  const names = useNames()
  const { may } = useSession()
  const { dateText } = useWords()
  const mayChange = may('child.correct') && child.status === 'registered'
  // The erasure is the last change of a card; what could only be opened with the key that is gone is not offered.
  const isErased = child.status === 'erased'
  return (
    <Page
      title={texts.childOf(child.maskedName, names.sexes[child.sex], names.bandOf(child.ageBand))} back={{ to: '/children', label: texts.children }}
      lead={<>{texts.registeredOn(child.unitName, child.registeredOn)} <ChildStatus child={child} /></>} actions={<ChildActs child={child} />}
    >
      {isErased && <Alert type="warning" showIcon className="xh-gap" title={texts.erasedOn(dateText(child.updatedAt))} description={texts.erasedLead} />}
      {child.closingReason && (
        <Alert type="info" showIcon className="xh-gap" title={texts.closedOn(child.closedOn ?? '', names.closings[child.closingReason])} />
      )}
      <TypeSheet child={child} mayChange={mayChange} />
      <Slot name="child-page.cases" props={{ childId: child.id, status: child.status }} />
      {child.merged.length > 0 && <MergedSheet child={child} />}
      {may('child.facts') && <FactSheet child={child} mayChange={mayChange} />}
      {may('child.facts') && !isErased && <PastSheet childId={child.id} />}
      <GuardianSheet child={child} />
      <ConsentSheet child={child} mayChange={mayChange} />
      {may('child.open') && !isErased && <FileSheet child={child} />}
      {!isErased && <FormSheet child={child} />}
      {may('child.facts') && <ReadSheet childId={child.id} />}
    </Page>
  )
}

function GuardianSheet({ child }: { child: ShownCard }) {
  const texts = useWords(childWords)
  const names = useNames()
  const { joined } = useWords()
  return (
    <Sheet title={texts.guardians}>
      {child.guardians.length === 0
        ? <p className="xh-secondary">{texts.noGuardians}</p>
        : (
          <Facts
            lines={child.guardians.map(({ relation, guardianship, isPrimary }) =>
              fact(names.relations[relation], joined([names.guardianships[guardianship], ...(isPrimary ? [texts.primary] : [])])))}
          />
        )}
    </Sheet>
  )
}
