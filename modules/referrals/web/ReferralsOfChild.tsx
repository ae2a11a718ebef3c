import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { ReferralState } from './ReferralState.tsx'
import { words } from './words.ts'

/** On the child's page: its referrals, and the way to a new one while the child is registered. */
export default function ReferralsOfChild({ childId, status }: { childId: string; status: string }) {
  const texts = useWords(words)
  const { may } = useSession()
  const { data } = useQuery(queries.listReferrals.queryOptions({ input: { childId, limit: 10 } }))
  const draft = may('referral.send') && status === 'registered' && (
    <Link to="/referrals/new" search={{ child: childId } as never}><Button>{texts.refer}</Button></Link>)
  return (
    <Sheet title={texts.referrals} actions={draft}>
      {data?.items.length === 0 && <p className="xh-secondary">{texts.pieceEmpty}</p>}
      <ul className="xh-cards">
        {data?.items.map(of => (
          <li key={of.id}>
            <div className="xh-card-name"><Link to={`/referrals/${of.id}`}>{texts.pieceOf(of.toName, of.sentOn)}</Link></div>
            <p><ReferralState of={of} /></p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
