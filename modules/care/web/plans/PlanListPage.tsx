import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { client, queries, type ShownPlan } from '../api.ts'
import { optionsOf } from '../names.ts'
import { PlanTag } from './PlanTag.tsx'
import { careWords, type CareWords } from '../words.ts'
import { planWords } from './words.ts'

type Words = (typeof planWords)['zh-CN']

const columnsOf = (words: Words, care: CareWords): RecordColumn<ShownPlan>[] => [
  { key: 'child', title: care.child, isName: true, render: plan => care.childSaid(plan.childLabel) },
  { key: 'unit', title: care.unit, render: plan => plan.unitName },
  { key: 'status', title: care.status, render: plan => <PlanTag plan={plan} /> },
  { key: 'days', title: words.period, render: plan => words.days(plan.fromOn, plan.untilOn) },
  { key: 'review', title: words.reviewBy, render: plan => (plan.status === 'approved' ? plan.reviewOn : '—') },
  { key: 'goals', title: words.goals, render: plan => words.goalCount(plan.goals, plan.goalsReached) },
  { key: 'writer', title: words.writer, isWideOnly: true, render: plan => plan.writtenName },
]

const filtersOf = (words: Words, care: CareWords): RecordFilter[] => [
  { key: 'status', label: care.status, kind: 'choice', options: optionsOf(care.planStates) },
  { key: 'review', label: words.review, kind: 'choice', options: optionsOf(words.reviewChoices) },
]

/** Plans of the range, the one to be reviewed first in front. */
export default function PlanListPage() {
  const words = useWords(planWords)
  const care = useWords(careWords)
  return (
    <Page title={words.plans} lead={words.lead}>
      <RecordList
        caption={words.plans} queryKey={queries.listPlans.key()} load={loadPlans} columns={columnsOf(words, care)} filters={filtersOf(words, care)}
        linkTo={plan => `/plans/${plan.id}`} empty={{ title: words.noPlans, lead: words.noPlansLead }}
      />
    </Page>
  )
}

async function loadPlans({ filters: { review, ...wanted }, after, limit, signal }: PageRequest) {
  const reviewBy = review === undefined ? {} : { reviewBy: addDays(chinaToday(), Number(review) || 0) }
  return client.listPlans({ ...wanted, ...reviewBy, limit, ...(after === undefined ? {} : { after }) }, { signal })
}
