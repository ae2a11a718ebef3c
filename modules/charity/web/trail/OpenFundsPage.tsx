import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { campaignWords } from '../campaigns/words.ts'
import { OpenFrame } from './OpenFrame.tsx'
import { OpenProblem } from './OpenProblem.tsx'
import { trailWords } from './words.ts'

/** Funds of a city that everybody may look at. */
export default function OpenFundsPage() {
  const own = useWords(trailWords)
  const campaigns = useWords(campaignWords)
  const { city = '' } = useParams({ strict: false }) as { city?: string }
  const asked = useQuery(queries.listOpenFunds.queryOptions({ input: { city: Number(city) } }))
  if (hasNothingToShow(asked)) return <OpenFrame><OpenProblem problem={asked.error} onRetry={() => void asked.refetch()} /></OpenFrame>
  if (asked.data === undefined) return <OpenFrame><Skeleton active /></OpenFrame>
  const { items } = asked.data
  return (
    <OpenFrame back={{ to: '/trace', label: own.title }}>
      <Page
        title={own.openFunds} lead={own.fundsLead} width="text"
        actions={<><Link to={`/open-campaigns/${city}`}>{campaigns.campaigns}</Link><Link to={`/aid-lists/${city}`}>{own.aidLists}</Link></>}
      >
        <Sheet>
          {items.length === 0 && <p className="xh-secondary">{own.noFunds}</p>}
          <ul className="xh-cards">
            {items.map(({ id, name, holderName, words, publishedOn }) => (
              <li key={id}>
                <div className="xh-card-name"><Link to={`/open-funds/${city}/${id}`}>{name}</Link></div>
                <p>{words}</p><p className="xh-secondary">{holderName} · {own.published} {publishedOn}</p>
              </li>
            ))}
          </ul>
        </Sheet>
      </Page>
    </OpenFrame>
  )
}
