import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { type OpenedCase, queries } from '../api.ts'
import { PlanTag } from './PlanTag.tsx'
import { planWords } from './words.ts'

/** The plans of a case, and the way to write one. */
export function PlanSheet({ of }: { of: OpenedCase }) {
  const words = useWords(planWords)
  const { may } = useSession()
  const { data } = useQuery(queries.listPlans.queryOptions({ input: { caseId: of.id, limit: 20 } }))
  const write = may('plan.write') && of.status === 'open' && of.openPlan === null
    && <Link to="/plans/write" search={{ case: of.id } as never}><Button>{words.write}</Button></Link>
  return (
    <Sheet title={words.plans} actions={write}>
      {data?.items.length === 0 && <p className="xh-secondary">{words.noPlan}</p>}
      <ul className="xh-cards">
        {data?.items.toReversed().map(plan => (
          <li key={plan.id}>
            <div className="xh-card-name"><Link to={`/plans/${plan.id}`}>{words.days(plan.fromOn, plan.untilOn)}</Link> <PlanTag plan={plan} /></div>
            <p>{words.counts(plan.goals, plan.goalsReached, plan.reviews)}{plan.status === 'approved' && words.nextBy(plan.reviewOn)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
