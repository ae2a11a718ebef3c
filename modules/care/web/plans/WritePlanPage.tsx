import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries } from '../api.ts'
import '../care.css'
import { PlanForm } from './PlanForm.tsx'
import { careWords } from '../words.ts'
import { planWords } from './words.ts'

/** Drafts a plan for a case, or writes a draft anew. */
export default function WritePlanPage() {
  const words = useWords(planWords)
  const care = useWords(careWords)
  const { search } = useAddress<{ case: string; plan: string }>()
  if (search.plan) return <Rewrite id={search.plan} />
  return (
    <Page title={words.write} width="text" back={search.case ? { to: `/cases/${search.case}`, label: care.aCase } : { to: '/cases', label: care.cases }}>
      {search.case ? <Draft caseId={search.case} /> : <p className="xh-secondary">{words.fromCase}</p>}
    </Page>
  )
}

function Draft({ caseId }: { caseId: string }) {
  const { childSaid } = useWords(careWords)
  const go = useNavigate()
  const of = useQuery(queries.getCase.queryOptions({ input: { id: caseId } }))
  if (hasNothingToShow(of)) return <ProblemPage problem={of.error} onRetry={() => void of.refetch()} />
  if (of.data === undefined) return <Skeleton active />
  return (
    <Sheet title={childSaid(of.data.childLabel)}>
      <PlanForm
        pairings={of.data.pairings} save={(text, options) => client.addPlan({ ...text, id: caseId }, options)}
        onSaved={id => go({ to: `/plans/${id}` })}
      />
    </Sheet>
  )
}

function Rewrite({ id }: { id: string }) {
  const { childSaid } = useWords(careWords)
  const words = useWords(planWords)
  const go = useNavigate()
  const plan = useQuery(queries.getPlan.queryOptions({ input: { id }, gcTime: 0 }))
  if (hasNothingToShow(plan)) return <ProblemPage problem={plan.error} onRetry={() => void plan.refetch()} />
  if (plan.data === undefined) return <Skeleton active />
  const { version } = plan.data
  return (
    <Page title={words.rewrite} width="text" back={{ to: `/plans/${id}`, label: words.plan }}>
      <Sheet title={childSaid(plan.data.childLabel)}>
        <PlanForm
          plan={plan.data} pairings={[]} save={(text, options) => client.updatePlan({ ...text, id, version }, options)}
          onSaved={saved => go({ to: `/plans/${saved}` })}
        />
      </Sheet>
    </Page>
  )
}
