import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { addDays } from '#platform/values/local-date.ts'
import { chinaToday, queries, type ShownCase } from '../api.ts'
import '../care.css'
import { DueTag } from '../DueTag.tsx'

/** Home page: whom to visit this week, the longest overdue first,
  each one tap away from being recorded. A leader goes nowhere himself and needs the two numbers. */
export default function DueCard() {
  const { may } = useSession()
  const { data: due, error } = useQuery(queries.listOverdue.queryOptions({ input: { dueBy: addDays(chinaToday(), 7), limit: 5 } }))
  const { data: overdue } = useQuery(queries.listOverdue.queryOptions({ input: { limit: 1 } }))
  if (error) throw error
  return (
    <Sheet title="该走访谁" actions={<Link to="/worklist">全部任务</Link>}>
      {overdue && due && <p className="xh-gap">{overdue.total ? `逾期${overdue.total}件，` : '没有逾期；'}七天内应走访{due.total ?? 0}件。</p>}
      {due === undefined && <Skeleton active title={false} />}
      {may('visit.record') && <ul className="xh-cards">{due?.items.map(of => <DueCase key={of.id} of={of} />)}</ul>}
    </Sheet>
  )
}

function DueCase({ of }: { of: ShownCase }) {
  return (
    <li>
      <div className="care-line">
        <div>
          <div className="xh-card-name"><Link to={`/cases/${of.id}`}>{of.childLabel}</Link></div>
          {of.unitName} <DueTag of={of} />
        </div>
        <Link to="/visits/record" search={{ case: of.id } as never}><Button aria-label={`记录走访：${of.childLabel}`}>记录走访</Button></Link>
      </div>
    </li>
  )
}
