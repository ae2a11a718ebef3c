import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { type OpenedCase, queries } from '../api.ts'
import { PlanTag } from './PlanTag.tsx'

/** The plans of a case, and the way to write one. */
export function PlanSheet({ of }: { of: OpenedCase }) {
  const { may } = useSession()
  const { data } = useQuery(queries.listPlans.queryOptions({ input: { caseId: of.id, limit: 20 } }))
  const write = may('plan.write') && of.status === 'open' && of.openPlan === null
    && <Link to="/plans/write" search={{ case: of.id } as never}><Button>拟订方案</Button></Link>
  return (
    <Sheet title="帮扶方案" actions={write}>
      {data?.items.length === 0 && <p className="xh-secondary">还没有方案。</p>}
      <ul className="xh-cards">
        {data?.items.toReversed().map(plan => (
          <li key={plan.id}>
            <div className="xh-card-name"><Link to={`/plans/${plan.id}`}>{plan.fromOn} 至 {plan.untilOn}</Link> <PlanTag plan={plan} /></div>
            <p>目标{plan.goals}个，达成{plan.goalsReached}个；回访{plan.reviews}次{plan.status === 'approved' && `；下次回访不晚于 ${plan.reviewOn}`}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
