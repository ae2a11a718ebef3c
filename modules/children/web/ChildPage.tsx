import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Descriptions, Skeleton } from 'antd'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { ageBandLabel } from '#platform/values/mask.ts'
import { queries, type ShownCard } from './api.ts'
import { ChildActs } from './ChildActs.tsx'
import { ChildStatus } from './ChildListPage.tsx'
import { ConsentSheet } from './ConsentSheet.tsx'
import { FactSheet } from './FactSheet.tsx'
import { FileSheet } from './FileSheet.tsx'
import { FormSheet } from './forms/FormSheet.tsx'
import { closingNames, guardianshipNames, relationNames, sexNames } from './names.ts'
import { PastSheet } from './PastSheet.tsx'
import { ReadSheet } from './ReadSheet.tsx'
import { TypeSheet } from './TypeSheet.tsx'

/** One child without identity: what it counts as and why, what is known, who agreed to what, and the way to the full file. */
export default function ChildPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getChild.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ChildView child={asked.data} /> : <Skeleton active />
}

function ChildView({ child }: { child: ShownCard }) {
  const { may } = useSession()
  const mayChange = may('child.correct') && child.status === 'registered'
  return (
    <Page
      title={`${child.maskedName}（${sexNames[child.sex]}，${ageBandLabel(child.ageBand)}）`} back={{ to: '/children', label: '关爱对象' }}
      lead={<>{child.unitName} · {child.registeredOn} 登记 <ChildStatus child={child} /></>} actions={<ChildActs child={child} />}
    >
      {child.closingReason && (
        <Alert type="info" showIcon className="xh-gap" title={`这份档案已于 ${child.closedOn ?? ''} 结束，原因：${closingNames[child.closingReason]}。`} />
      )}
      <TypeSheet child={child} mayChange={mayChange} />
      <Slot name="child-page.cases" props={{ childId: child.id }} />
      {may('child.facts') && <FactSheet child={child} mayChange={mayChange} />}
      {may('child.facts') && <PastSheet childId={child.id} />}
      <GuardianSheet child={child} />
      <ConsentSheet child={child} mayChange={mayChange} />
      {may('child.open') && <FileSheet child={child} />}
      <FormSheet child={child} />
      {may('child.facts') && <ReadSheet childId={child.id} />}
    </Page>
  )
}

function GuardianSheet({ child }: { child: ShownCard }) {
  return (
    <Sheet title="监护人">
      {child.guardians.length === 0
        ? <p className="xh-secondary">还没有登记监护人。</p>
        : (
          <Descriptions
            column={1}
            items={child.guardians.map((guardian) => ({
              key: guardian.id, label: relationNames[guardian.relation],
              children: `${guardianshipNames[guardian.guardianship]}${guardian.isPrimary ? '，主要监护人' : ''}`,
            }))}
          />
        )}
    </Sheet>
  )
}
