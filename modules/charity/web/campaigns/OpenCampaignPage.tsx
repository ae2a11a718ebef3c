import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadOpenCampaign } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { CampaignTag } from '../Tags.tsx'
import { OpenFrame } from '../trail/OpenFrame.tsx'
import { OpenProblem } from '../trail/OpenProblem.tsx'
import { words } from '../words.ts'
import { NewsSheet, PartnerSheet, PlanFacts } from './PlanFacts.tsx'
import { campaignWords } from './words.ts'
import '../charity.css'

/** One campaign for everybody: how far it is, its plan, partners, news and report. */
export default function OpenCampaignPage() {
  const own = useWords(campaignWords)
  const { city = '', id = '' } = useParams({ strict: false }) as { city?: string; id?: string }
  const asked = useQuery(queries.getOpenCampaign.queryOptions({ input: { id, city: Number(city) } }))
  const back = { to: `/open-campaigns/${city}`, label: own.campaigns }
  if (hasNothingToShow(asked)) return <OpenFrame back={back}><OpenProblem problem={asked.error} onRetry={() => void asked.refetch()} /></OpenFrame>
  if (asked.data === undefined) return <OpenFrame back={back}><Skeleton active /></OpenFrame>
  return <OpenFrame back={back}><ShownPage campaign={asked.data} /></OpenFrame>
}

function ShownPage({ campaign }: { campaign: ReadOpenCampaign }) {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  return (
    <Page title={campaign.name} lead={<CampaignTag status={campaign.status} />}>
      <Sheet>
        <Facts lines={[
          fact(own.raised, texts.yuan(formatYuan(campaign.raisedFen))), fact(own.gifts, campaign.giftCount), fact(own.holder, campaign.holderName),
        ]} />
        <p className="xh-secondary">{own.asOf(campaign.asOf)}</p>
      </Sheet>
      {campaign.report !== null && (
        <Sheet title={own.reportWords}>
          <p className="charity-prose">{campaign.report}</p><p className="xh-secondary">{own.published} {campaign.reportedOn}</p>
        </Sheet>
      )}
      <Sheet title={own.planSheet}><PlanFacts plan={campaign} /></Sheet>
      <PartnerSheet partners={campaign.partners} />
      <NewsSheet news={campaign.news} />
    </Page>
  )
}
