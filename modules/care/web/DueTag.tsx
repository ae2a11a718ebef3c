import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { type ShownCase } from './api.ts'
import { dueWords } from './names.ts'
import { careWords } from './words.ts'

/** When the next visit is due, and whether that is late. */
export function DueTag({ of }: { of: Pick<ShownCase, 'nextVisitDueOn' | 'isOverdue'> }) {
  const today = chinaToday()
  const words = dueWords(useWords(careWords), of.nextVisitDueOn, today)
  if (of.nextVisitDueOn === null) return <StatusTag tone="neutral">{words}</StatusTag>
  if (of.isOverdue) return <StatusTag tone="danger">{words}</StatusTag>
  return <StatusTag tone={of.nextVisitDueOn <= addDays(today, 7) ? 'attention' : 'info'}>{words}</StatusTag>
}
