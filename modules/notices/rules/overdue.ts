import type { LocalDate } from '#platform/values/local-date.ts'

/** A task as far as its day matters. */
export type DatedTask = { dueOn: LocalDate | null; isDone: boolean }

/** A task is overdue from the day after its due day until it is done; a task without a day never is. */
export function isOverdue(task: DatedTask, today: LocalDate): boolean {
  return !task.isDone && task.dueOn !== null && task.dueOn < today
}
