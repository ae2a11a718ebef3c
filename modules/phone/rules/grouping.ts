import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { DayCase } from '../contract.ts'

type Group = DayCase['group']
const order: readonly Group[] = ['today', 'overdue', 'tomorrow', 'other']

/** Why a case stands in the pack. What is planned counts before what is due: somebody has promised to come on that day. Later than tomorrow is other. */
export function groupOf({ plannedOn, dueOn }: { plannedOn: LocalDate | null; dueOn: LocalDate | null }, today: LocalDate): Group {
  const day = plannedOn ?? dueOn
  if (day === null || day > addDays(today, 1)) return 'other'
  if (day < today) return 'overdue'
  return day === today ? 'today' : 'tomorrow'
}

/** Today's first, then the overdue with the longest due first, then tomorrow's, then the others. */
export const inDayOrder = (cases: readonly DayCase[]): DayCase[] =>
  cases.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || dayOf(a).localeCompare(dayOf(b)))

const dayOf = ({ planned, dueOn }: DayCase): string => planned?.on ?? dueOn ?? ''
