import type { LocalDate } from '#platform/values/local-date.ts'
import { isOverdue } from './overdue.ts'

/** An open task of the digest. */
export type DueTask = { title: string; dueOn: LocalDate }

/** Titles named in a digest; the rest is in the inbox. */
const namedTitles = 5

/** One notice about everything that is due today or overdue, the longest overdue first; undefined when nothing is. */
export function composeDigest(tasks: readonly DueTask[], today: LocalDate): { title: string; body: string } | undefined {
  const due = tasks.filter((task) => task.dueOn <= today).toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
  if (due.length === 0) return undefined
  const overdue = due.filter((task) => isOverdue({ dueOn: task.dueOn, isDone: false }, today)).length
  const counts = [overdue > 0 ? `${overdue} 件待办已逾期` : '', due.length > overdue ? `${due.length - overdue} 件待办今天到期` : '']
  const lines = due.slice(0, namedTitles).map((task) => `${task.title}（${task.dueOn === today ? '今天到期' : `应于 ${task.dueOn} 办完`}）`)
  const rest = due.length > namedTitles ? [`另有 ${due.length - namedTitles} 件，请打开待办查看。`] : []
  return { title: `您有 ${counts.filter((count) => count !== '').join('，')}`, body: [...lines, ...rest].join('\n') }
}
