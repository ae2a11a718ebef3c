import { isWeekend, type HolidayYear } from '#platform/values/working-days.ts'
import { addDays, daysBetween, parseLocalDate, type LocalDate } from '#platform/values/local-date.ts'

/** What is wrong with the holidays of a year as somebody entered them. */
export type HolidayProblem = { field: 'year' | 'daysOff' | 'daysWorked'; message: string }

/** Reads days as a notice lists them: one a line or with commas, a single day or `from..to`; undefined when something is no day. */
export function readDays(text: string): LocalDate[] | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '')
  const read = parts.map(readSpan)
  return read.some((days) => days === undefined) ? undefined : [...new Set(read.flatMap((days) => days ?? []))].toSorted()
}

function readSpan(part: string): LocalDate[] | undefined {
  const [first = '', last = first, ...more] = part.split(/\.\.|~|至/)
  const [from, to] = [parseLocalDate(first), parseLocalDate(last)]
  if (from === undefined || to === undefined || more.length > 0 || to < from || daysBetween(from, to) > 31) return undefined
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
}

/** Days as a notice lists them: what follows day by day stands as one span. */
export function spansOf(days: readonly LocalDate[]): string[] {
  const spans: { from: LocalDate; to: LocalDate }[] = []
  for (const day of days.toSorted()) {
    const open = spans.at(-1)
    if (open !== undefined && addDays(open.to, 1) === day) open.to = day
    else spans.push({ from: day, to: day })
  }
  return spans.map(({ from, to }) => (from === to ? from : `${from}..${to}`))
}

/** What must be put right before the holidays of a year can hold. */
export function findHolidayProblem({ year, daysOff, daysWorked }: HolidayYear, today: LocalDate): HolidayProblem | undefined {
  const thisYear = Number(today.slice(0, 4))
  if (year < thisYear - 1 || year > thisYear + 1) return { field: 'year', message: `只能录入${thisYear - 1}至${thisYear + 1}年的放假安排` }
  const isOfYear = (day: LocalDate) => day.startsWith(`${year}-`)
  if (!daysOff.every(isOfYear)) return { field: 'daysOff', message: `放假日期应都在${year}年` }
  if (!daysWorked.every(isOfYear)) return { field: 'daysWorked', message: `调休上班日期应都在${year}年` }
  const missing = [`${year}-01-01`, `${year}-05-01`, `${year}-10-01`].find((day) => !daysOff.includes(day))
  if (missing !== undefined) return { field: 'daysOff', message: `缺少法定节假日 ${missing}，请按国务院办公厅通知逐日核对` }
  const workday = daysWorked.find((day) => !isWeekend(day))
  if (workday !== undefined) return { field: 'daysWorked', message: `${workday} 本来就是工作日，这里只填调休上班的周六、周日` }
  const both = daysWorked.find((day) => daysOff.includes(day))
  return both === undefined ? undefined : { field: 'daysWorked', message: `${both} 既放假又上班，请核对` }
}
