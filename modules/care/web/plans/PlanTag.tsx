import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { type ShownPlan } from '../api.ts'
import { careWords } from '../words.ts'
import { planWords } from './words.ts'

const tones = { draft: 'neutral', submitted: 'attention', returned: 'attention', approved: 'good', suspended: 'danger', ended: 'neutral' } as const

/** Where a plan stands; an approved one that has not begun yet says so. */
export function PlanTag({ plan }: { plan: Pick<ShownPlan, 'status' | 'fromOn'> }) {
  const { approvedAhead } = useWords(planWords)
  const { planStates } = useWords(careWords)
  const isAhead = plan.status === 'approved' && plan.fromOn > chinaToday()
  return <StatusTag tone={isAhead ? 'info' : tones[plan.status]}>{isAhead ? approvedAhead : planStates[plan.status]}</StatusTag>
}
