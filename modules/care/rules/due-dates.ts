import { addDays, daysBetween, type LocalDate } from '#platform/values/local-date.ts'

/** What the due date hangs on. */
export type Rhythm = {
  openedOn: LocalDate
  /** Day the case was last taken up again; null when it never was. */
  reopenedOn: LocalDate | null
  /** Day of the latest visit that was made; null before the first. An attempt does not count: the child has not been seen. */
  lastMadeOn: LocalDate | null
  intervalDays: number
}

/** The next visit is due one interval after the latest made one, or after opening or reopening where that came later. */
export const nextVisitDueOn = ({ openedOn, reopenedOn, lastMadeOn, intervalDays }: Rhythm): LocalDate =>
  addDays(laterOf(reopenedOn ?? openedOn, lastMadeOn) ?? openedOn, intervalDays)

/** A graver colour brings the visit forward, but leaves one interval from the assessment: nobody is late by an assessment alone. */
export function dueOnAfterAssessment(rhythm: Rhythm, before: { dueOn: LocalDate; assessedOn: LocalDate }): LocalDate {
  const regular = nextVisitDueOn(rhythm)
  const fromAssessment = addDays(before.assessedOn, rhythm.intervalDays)
  const soonest = before.dueOn < fromAssessment ? before.dueOn : fromAssessment
  return regular > soonest ? regular : soonest
}

/** Due before today and not made; what is due today is not overdue. */
export const isOverdue = (dueOn: LocalDate | null, today: LocalDate): boolean => dueOn !== null && dueOn < today

/** Since how many days it is overdue; 0 when it is not. */
export const overdueDays = (dueOn: LocalDate | null, today: LocalDate): number => (dueOn !== null && isOverdue(dueOn, today) ? daysBetween(dueOn, today) : 0)

/** The later of two days, where null means that there is none. */
export const laterOf = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null ? other : other === null || one >= other ? one : other
