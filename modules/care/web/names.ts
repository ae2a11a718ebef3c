import { overdueDays } from '../rules/due-dates.ts'
import type { CareWords } from './words.ts'

/** Names as options of a choice. */
export const optionsOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** Why people end a plan; the closing of a case ends it by itself. */
export const endingOptions = (words: CareWords) => optionsOf(words.endings).filter(({ value }) => value !== 'case-closed')

/** How a due date stands today, in words. */
export function dueWords(words: CareWords, dueOn: string | null, today: string): string {
  if (dueOn === null) return words.closedCase
  const late = overdueDays(dueOn, today)
  if (late > 0) return words.late(late, dueOn)
  return dueOn === today ? words.dueToday : words.dueBefore(dueOn)
}
