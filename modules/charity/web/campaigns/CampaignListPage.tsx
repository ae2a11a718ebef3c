import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { campaignStatuses } from '../../contract.ts'
import { client, queries, type ShownCampaign } from '../api.ts'
import { CampaignTag } from '../Tags.tsx'
import { words } from '../words.ts'
import { DutyLine } from './DutyLine.tsx'
import { qualificationWords } from './qualification-words.ts'
import { campaignWords } from './words.ts'

/** Campaigns of the range, each with what is due next. */
export default function CampaignListPage() {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  const leave = useWords(qualificationWords)
  const { may } = useSession()
  const columns: RecordColumn<ShownCampaign>[] = [
    { key: 'name', title: own.name, isName: true, render: campaign => campaign.name },
    { key: 'status', title: texts.status, render: campaign => <CampaignTag status={campaign.status} /> },
    { key: 'period', title: own.period, render: campaign => own.until(campaign.startsOn, campaign.endsOn) },
    { key: 'raised', title: own.raised, align: 'right', render: campaign => texts.yuan(formatYuan(campaign.raisedFen)) },
    { key: 'due', title: own.due, render: campaign => <DutyLine duty={campaign.duty} /> },
    { key: 'unit', title: texts.unit, isWideOnly: true, render: campaign => campaign.unitName },
  ]
  const options = campaignStatuses.map(value => ({ value, label: own.campaignStatusWords[value] }))
  const filters: RecordFilter[] = [{ key: 'status', label: texts.status, kind: 'choice', options }]
  const plan = may('gift.write') && <Link to="/campaigns/plan"><Button type="primary">{own.plan}</Button></Link>
  return (
    <Page title={own.campaigns} lead={own.lead} actions={<><Link to="/campaigns/qualifications"><Button>{leave.title}</Button></Link>{plan}</>}>
      <RecordList
        caption={own.campaigns} queryKey={queries.listCampaigns.key()} load={loadCampaigns} columns={columns} filters={filters}
        linkTo={campaign => `/campaigns/${campaign.id}`} empty={{ title: own.empty, lead: own.emptyLead, ...(plan ? { action: plan } : {}) }}
      />
    </Page>
  )
}

const loadCampaigns = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listCampaigns({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listCampaigns>[0], { signal }))
