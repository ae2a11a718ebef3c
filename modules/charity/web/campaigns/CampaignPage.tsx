import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadCampaign } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { CampaignTag } from '../Tags.tsx'
import { words } from '../words.ts'
import { CampaignDialog, type CampaignStep } from './CampaignDialog.tsx'
import { DutyLine } from './DutyLine.tsx'
import { NewsSheet, PartnerSheet, PlanFacts } from './PlanFacts.tsx'
import { campaignWords } from './words.ts'

/** One campaign: plan, partners, what was raised and told, and the steps open now. */
export default function CampaignPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getCampaign.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return <ShownPage campaign={asked.data} />
}

function ShownPage({ campaign }: { campaign: ReadCampaign }) {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  return (
    <Page
      title={campaign.name} lead={<><CampaignTag status={campaign.status} /> <DutyLine duty={campaign.duty} /></>}
      back={{ to: '/campaigns', label: own.campaigns }} actions={<Acts campaign={campaign} />}
    >
      <Sheet>
        <Facts lines={[
          fact(own.raised, texts.yuan(formatYuan(campaign.raisedFen))), fact(own.gifts, campaign.giftCount), fact(texts.fund, campaign.fundName),
          fact(own.book, campaign.bookName), fact(own.made, campaign.madeName),
        ]} />
      </Sheet>
      <Sheet title={own.planSheet}><PlanFacts plan={campaign} /></Sheet>
      <PartnerSheet partners={campaign.partners} />
      <NewsSheet news={campaign.news} />
    </Page>
  )
}

function Acts({ campaign }: { campaign: ReadCampaign }) {
  const own = useWords(campaignWords)
  const [step, setStep] = useState<CampaignStep>()
  const { may, id } = campaign
  return (
    <>
      {may.discard && <Button danger onClick={() => setStep('discard')}>{own.discard}</Button>}
      {may.update && <Link to="/campaigns/plan" search={{ campaign: id } as never}><Button>{own.edit}</Button></Link>}
      {may.tell && <Button onClick={() => setStep('tell')}>{own.tell}</Button>}
      {may.file && <Button type="primary" onClick={() => setStep('file')}>{own.file}</Button>}
      {may.report && <Button type="primary" onClick={() => setStep('report')}>{own.report}</Button>}
      {step !== undefined && <CampaignDialog campaign={campaign} step={step} onClose={() => setStep(undefined)} />}
    </>
  )
}
