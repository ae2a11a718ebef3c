import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { planStatusWords } from '../../rules/words.ts'
import { chinaToday, type ShownPlan } from '../api.ts'

const tones = { draft: 'neutral', submitted: 'attention', returned: 'attention', approved: 'good', suspended: 'danger', ended: 'neutral' } as const

/** Where a plan stands; an approved one that has not begun yet says so. */
export function PlanTag({ plan }: { plan: Pick<ShownPlan, 'status' | 'fromOn'> }) {
  const isAhead = plan.status === 'approved' && plan.fromOn > chinaToday()
  return <StatusTag tone={isAhead ? 'info' : tones[plan.status]}>{isAhead ? '已核定，未开始' : planStatusWords[plan.status]}</StatusTag>
}
