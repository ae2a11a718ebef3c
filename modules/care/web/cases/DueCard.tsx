import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { queries, type ShownCase } from '../api.ts'
import '../care.css'
import { DueTag } from '../DueTag.tsx'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

/** Home page: whom to visit this week, the longest overdue first,
  each one tap away from being recorded. A leader goes nowhere himself and needs the two numbers. */
export default function DueCard() {
  const words = useWords(caseWords)
  const { may } = useSession()
  const { data: due, error } = useQuery(queries.listOverdue.queryOptions({ input: { dueBy: addDays(chinaToday(), 7), limit: 5 } }))
  const { data: overdue } = useQuery(queries.listOverdue.queryOptions({ input: { limit: 1 } }))
  if (error) throw error
  return (
    <Sheet title={words.whoToVisit} actions={<Link to="/worklist">{words.allTasks}</Link>}>
      {overdue && due && (
        <p className="xh-gap">
          <Link to="/worklist" search={{ within: 'overdue' } as never}>{words.overdueNumber(overdue.total ?? 0)}</Link>{' · '}
          <Link to="/worklist" search={{ within: '7' } as never}>{words.dueNumber(due.total ?? 0)}</Link>
        </p>
      )}
      {due === undefined && <Skeleton active title={false} />}
      {may('visit.record') && <ul className="xh-cards">{due?.items.map(of => <DueCase key={of.id} of={of} />)}</ul>}
    </Sheet>
  )
}

function DueCase({ of }: { of: ShownCase }) {
  const care = useWords(careWords)
  return (
    <li>
      <div className="care-line">
        <div>
          <div className="xh-card-name"><Link to={`/cases/${of.id}`}>{care.childSaid(of.childLabel)}</Link></div>
          {of.unitName} <DueTag of={of} />
        </div>
        <Link to="/visits/record" search={{ case: of.id } as never}><Button aria-label={care.recordVisitOf(of.childLabel)}>{care.recordVisit}</Button></Link>
      </div>
    </li>
  )
}
