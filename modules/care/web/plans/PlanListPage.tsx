import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { addDays } from '#platform/values/local-date.ts'
import { chinaToday, client, queries, type ShownPlan } from '../api.ts'
import { planStatusOptions } from '../names.ts'
import { PlanTag } from './PlanTag.tsx'

const columns: RecordColumn<ShownPlan>[] = [
  { key: 'child', title: '孩子', isName: true, render: plan => plan.childLabel },
  { key: 'unit', title: '单位', render: plan => plan.unitName },
  { key: 'status', title: '状态', render: plan => <PlanTag plan={plan} /> },
  { key: 'days', title: '期间', render: plan => `${plan.fromOn} 至 ${plan.untilOn}` },
  { key: 'review', title: '回访不晚于', render: plan => (plan.status === 'approved' ? plan.reviewOn : '—') },
  { key: 'goals', title: '目标', render: plan => `${plan.goals}个，达成${plan.goalsReached}个` },
  { key: 'writer', title: '拟订人', isWideOnly: true, render: plan => plan.writtenName },
]

const filters: RecordFilter[] = [
  { key: 'status', label: '状态', kind: 'choice', options: planStatusOptions },
  { key: 'review', label: '回访', kind: 'choice', options: [{ value: '0', label: '今天应回访和已逾期' }, { value: '7', label: '七天内应回访' }] },
]

/** Plans of the range, the one to be reviewed first in front. */
export default function PlanListPage() {
  return (
    <Page title="帮扶方案" lead="方案在个案里拟订，由另一个人审批，到期前回访。列表不显示姓名和内容。">
      <RecordList
        caption="帮扶方案" queryKey={queries.listPlans.key()} load={loadPlans} columns={columns} filters={filters} linkTo={plan => `/plans/${plan.id}`}
        empty={{ title: '还没有方案', lead: '打开一个进行中的个案，点“拟订方案”。' }}
      />
    </Page>
  )
}

async function loadPlans({ filters: { review, ...wanted }, after, limit, signal }: PageRequest) {
  const reviewBy = review === undefined ? {} : { reviewBy: addDays(chinaToday(), Number(review) || 0) }
  return client.listPlans({ ...wanted, ...reviewBy, limit, ...(after === undefined ? {} : { after }) }, { signal })
}
