import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ReadCampaign, type ShownBook, type ShownCampaign, useChanged } from '../api.ts'
import { giftWords } from '../gifts/words.ts'
import { amountOf } from '../names.ts'
import { words } from '../words.ts'
import { CampaignFields, type CampaignValues } from './CampaignFields.tsx'
import { campaignWords } from './words.ts'

/** Plans a campaign, or rewrites a plan that was not filed yet. */
export default function PlanCampaignPage() {
  const own = useWords(campaignWords)
  const { search } = useAddress<{ campaign: string }>()
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} }))
  if (hasNothingToShow(books)) return <ProblemPage problem={books.error} onRetry={() => void books.refetch()} />
  if (books.data === undefined) return <Skeleton active />
  if (search.campaign) return <Rewriting id={search.campaign} books={books.data.items} />
  return (
    <Page title={own.planTitle} width="text" back={{ to: '/campaigns', label: own.campaigns }}>
      <Sheet><PlanForm books={books.data.items} /></Sheet>
    </Page>
  )
}

function Rewriting({ id, books }: { id: string; books: readonly ShownBook[] }) {
  const own = useWords(campaignWords)
  const asked = useQuery(queries.getCampaign.queryOptions({ input: { id }, gcTime: 0 }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page title={own.editTitle} width="text" back={{ to: `/campaigns/${id}`, label: asked.data.name }}>
      <Sheet><PlanForm books={books} campaign={asked.data} /></Sheet>
    </Page>
  )
}

type Content = Parameters<typeof client.planCampaign>[0]

function PlanForm({ books, campaign }: { books: readonly ShownBook[]; campaign?: ReadCampaign }) {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  const gifts = useWords(giftWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const labels = {
    bookId: own.book, fundId: texts.fund, name: own.name, purpose: own.purpose, startsOn: own.startsOn, endsOn: own.endsOn, area: own.area,
    leaderName: own.leaderName, officeAddress: own.officeAddress, ways: own.ways, bankAccount: own.bankAccount, beneficiaries: own.beneficiaries,
    usePlan: own.usePlan, cost: own.cost, surplusRule: own.surplusRule, isEmergency: own.isEmergency, partners: own.partners,
  }
  const record = useRecordForm<CampaignValues, Content, ShownCampaign>({
    name: 'plan-campaign', labels, initialValues: valuesOf(books, campaign), toInput: contentOf,
    operation: ({ bookId, ...content }, options) => (campaign
      ? client.updateCampaign({ id: campaign.id, version: campaign.version, ...content }, options) : client.planCampaign({ bookId, ...content }, options)),
    onSaved: async saved => { await changed(); await navigate({ to: `/campaigns/${saved.id}` }) },
  })
  if (books.length === 0) return <Alert type="info" showIcon title={gifts.noBooks} />
  return (
    <RecordForm record={record} submitLabel={texts.save}>
      <CampaignFields books={books} form={record.form} labels={labels} isKnown={campaign !== undefined} />
    </RecordForm>
  )
}

function valuesOf(books: readonly ShownBook[], campaign: ReadCampaign | undefined): Partial<CampaignValues> {
  if (campaign === undefined) return { bookId: books[0]?.id ?? '', isEmergency: false, partners: [] }
  const { bookId, fundId, name, purpose, startsOn, endsOn, area, leaderName, officeAddress, ways, bankAccount, beneficiaries, usePlan } = campaign
  return {
    bookId, fundId, name, purpose, startsOn, endsOn, area, leaderName, officeAddress, ways, bankAccount, beneficiaries, usePlan, cost: campaign.costFen,
    surplusRule: campaign.surplusRule, isEmergency: campaign.isEmergency, partners: campaign.partners,
  }
}

/** A partner without a certificate has none of its fields; one half filled in is refused where it is empty. */
function qualificationOf(typed: { number?: string; grantedOn?: string; validUntil?: string | null } | undefined) {
  const { number = '', grantedOn = '', validUntil } = typed ?? {}
  if (number.trim() === '' && !grantedOn && !validUntil) return {}
  return { qualification: { number, grantedOn, ...(validUntil ? { validUntil } : {}) } }
}

const contentOf = ({ cost, partners, ...values }: CampaignValues): Content => ({
  bookId: values.bookId, fundId: values.fundId ?? '', name: values.name ?? '', purpose: values.purpose ?? '', startsOn: values.startsOn ?? '',
  endsOn: values.endsOn ?? '', area: values.area ?? '', leaderName: values.leaderName ?? '', officeAddress: values.officeAddress ?? '',
  ways: values.ways ?? '', bankAccount: values.bankAccount ?? '', beneficiaries: values.beneficiaries ?? '', usePlan: values.usePlan ?? '',
  cost: amountOf(cost), surplusRule: values.surplusRule ?? '', isEmergency: values.isEmergency,
  partners: partners.map(partner => ({
    name: partner?.name ?? '', creditCode: partner?.creditCode ?? '', task: partner?.task ?? '', assessedOn: partner?.assessedOn ?? '',
    assessment: partner?.assessment ?? '', agreedOn: partner?.agreedOn ?? '', ...qualificationOf(partner?.qualification),
  })),
})
