import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { queries } from './api.ts'
import { ReferralState } from './ReferralState.tsx'

/** On the child's page: its referrals, and the way to a new one. */
export default function ReferralsOfChild({ childId }: { childId: string }) {
  const { may } = useSession()
  const { data } = useQuery(queries.listReferrals.queryOptions({ input: { childId, limit: 10 } }))
  const draft = may('referral.send') && <Link to="/referrals/new" search={{ child: childId } as never}><Button>转介</Button></Link>
  return (
    <Sheet title="转介" actions={draft}>
      {data?.items.length === 0 && <p className="xh-secondary">还没有转介。需要医院、学校、部门或其他单位帮助时，从这里发起。</p>}
      <ul className="xh-cards">
        {data?.items.map(of => (
          <li key={of.id}>
            <div className="xh-card-name"><Link to={`/referrals/${of.id}`}>转给{of.toName}{of.sentOn && `，${of.sentOn} 发出`}</Link></div>
            <p><ReferralState of={of} /></p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
