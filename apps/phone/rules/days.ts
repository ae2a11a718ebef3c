import type { DayCase } from '#modules/phone/contract.ts'
import { farOffMs } from '#modules/phone/contract/sentences.ts'
import { addDays, daysBetween, type LocalDate } from '#platform/values/local-date.ts'

/** Heading under which a visit stands. */
export type DayGroup = Exclude<DayCase['group'], 'other'>
type Sorted<Case> = { group: DayGroup; cases: Case[] }
type Dated = Pick<DayCase, 'group' | 'dueOn' | 'planned'>
type Named = Dated & Pick<DayCase, 'childName'>

const order: readonly DayGroup[] = ['today', 'overdue', 'tomorrow']

/**
 * The visits under their headings, today's first. A list brought along from an earlier day is read anew: what was tomorrow's is today's,
 * what was today's is overdue.
 */
export function sectionsOf<Case extends Dated>(cases: readonly Case[], days: { listOf: LocalDate; today: LocalDate }): Sorted<Case>[] {
  const groupOf = ({ group }: Case) => (group === 'other' ? group : moved(group, Math.max(0, daysBetween(days.listOf, days.today))))
  return order
    .map(group => ({ group, cases: cases.filter(each => groupOf(each) === group).toSorted(byDay) }))
    .filter(section => section.cases.length > 0)
}

/** Whether the phone's clock was so far off when the list came that what is written on it waits at the office: better said before than after. */
export const isClockOff = ({ madeAt, receivedAt }: { madeAt: string; receivedAt?: number }): boolean =>
  receivedAt !== undefined && Math.abs(receivedAt - Date.parse(madeAt)) >= farOffMs

/** One's own children nobody has to visit now, by name: whoever looked in on one all the same finds them here. */
export const othersOf = <Case extends Named>(cases: readonly Case[]): Case[] =>
  cases.filter(({ group }) => group === 'other').toSorted((one, other) => one.childName.localeCompare(other.childName, 'zh-CN'))

/** Days a visit is late; 0 while it is not. */
export const daysLate = (each: Dated, today: LocalDate): number => Math.max(0, daysBetween(dayOf(each) ?? today, today))

/** The days one may choose when recording: today and the six before. */
export const daysToChoose = (today: LocalDate): LocalDate[] => Array.from({ length: 7 }, (_, back) => addDays(today, -back))

function moved(group: DayGroup, daysSince: number): DayGroup {
  if (daysSince === 0 || group === 'overdue') return group
  return group === 'tomorrow' && daysSince === 1 ? 'today' : 'overdue'
}

/** The day a visit was meant for: planned, else due. */
const dayOf = (each: Dated): LocalDate | undefined => each.planned?.on ?? each.dueOn ?? undefined

const byDay = (one: Dated, other: Dated): number => (dayOf(one) ?? '9').localeCompare(dayOf(other) ?? '9')
