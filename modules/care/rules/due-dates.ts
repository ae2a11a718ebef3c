import { addDays, daysBetween, type LocalDate } from '#platform/values/local-date.ts'

/** What the due date hangs on. */
export type Rhythm = {
  openedOn: LocalDate
  /** Day of the latest visit that was made; null before the first. An attempt does not count: the child has not been seen. */
  lastMadeOn: LocalDate | null
  intervalDays: number
}

/** The next visit is due one interval after the latest made one; before the first, one interval after opening. */
export const nextVisitDueOn = ({ openedOn, lastMadeOn, intervalDays }: Rhythm): LocalDate => addDays(lastMadeOn ?? openedOn, intervalDays)

/** Due before today and not made; what is due today is not overdue. */
export const isOverdue = (dueOn: LocalDate | null, today: LocalDate): boolean => dueOn !== null && dueOn < today

/** Since how many days it is overdue; 0 when it is not. */
export const overdueDays = (dueOn: LocalDate | null, today: LocalDate): number => (dueOn !== null && isOverdue(dueOn, today) ? daysBetween(dueOn, today) : 0)

/** The later of two days, where null means that there is none. */
export const laterOf = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null ? other : other === null || one >= other ? one : other
