import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownDigest } from '../api.ts'
import '../care.css'
import { careWords } from '../words.ts'
import './days.css'
import { dayWords } from './words.ts'

/** What waits in the range, in numbers; every number opens the list it counts. */
export default function DigestPage() {
  const words = useWords(dayWords)
  const { day } = useWords(careWords)
  const asked = useQuery(queries.getWeeklyDigest.queryOptions({ input: {} }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const digest = asked.data
  return (
    <Page title={words.digest} lead={words.digestLead(day(digest.fromOn), day(digest.untilOn))} width="text">
      <Sheet>
        <ul className="care-counts">
          {listsOf(digest).map(({ key, to, search }) => (
            <li key={key}>
              <Link to={to} search={search as never}><span>{words.counts[key]}</span> <strong>{digest[key]}</strong></Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </Page>
  )
}

type Counted = Exclude<keyof ShownDigest, 'fromOn' | 'untilOn'>

/** Where each number leads: the list whose total it is. */
const listsOf = ({ fromOn, untilOn }: ShownDigest): { key: Counted; to: string; search: Record<string, string> }[] => [
  { key: 'made', to: '/visits', search: { outcome: 'made', voided: 'false', from: fromOn, to: untilOn } },
  { key: 'overdue', to: '/cases', search: { overdue: 'true' } }, { key: 'inVain', to: '/cases', search: { inVain: 'true' } },
  { key: 'reviewsDue', to: '/plans', search: { review: '7' } }, { key: 'plansWaiting', to: '/plans', search: { status: 'submitted' } },
  { key: 'overridesWaiting', to: '/cases', search: { overrideWaiting: 'true' } },
  { key: 'commentsUnread', to: '/visits', search: { unread: 'true', voided: 'false' } },
  { key: 'clearancesExpiring', to: '/volunteers', search: { clearance: 'expiring', status: 'active' } },
]
