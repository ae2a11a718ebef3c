import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries } from '../api.ts'
import { OpenFrame } from '../trail/OpenFrame.tsx'
import { OpenProblem } from '../trail/OpenProblem.tsx'
import { words } from '../words.ts'
import { campaignWords } from './words.ts'

/** Campaigns of a city, for everybody. */
export default function OpenCampaignsPage() {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  const { city = '' } = useParams({ strict: false }) as { city?: string }
  const asked = useQuery(queries.listOpenCampaigns.queryOptions({ input: { city: Number(city) } }))
  if (hasNothingToShow(asked)) return <OpenFrame><OpenProblem problem={asked.error} onRetry={() => void asked.refetch()} /></OpenFrame>
  if (asked.data === undefined) return <OpenFrame><Skeleton active /></OpenFrame>
  return (
    <OpenFrame back={{ to: `/open-funds/${city}`, label: texts.funds }}>
      <Page title={own.campaigns} lead={own.openLead} width="text">
        <Sheet>
          {asked.data.items.length === 0 && <p className="xh-secondary">{own.openEmpty}</p>}
          <ul className="xh-cards">
            {asked.data.items.map(({ id, name, holderName, purpose, startsOn, endsOn, raisedFen }) => (
              <li key={id}>
                <div className="xh-card-name"><Link to={`/open-campaigns/${city}/${id}`}>{name}</Link></div>
                <p>{purpose}</p>
                <p className="xh-secondary">{holderName} · {own.until(startsOn, endsOn)} · {own.raised} {texts.yuan(formatYuan(raisedFen))}</p>
              </li>
            ))}
          </ul>
        </Sheet>
      </Page>
    </OpenFrame>
  )
}
