/** A calendar day as people write it on a form, `YYYY-MM-DD`, without time or zone. Text order is time order. */
export type LocalDate = string

type DateParts = { year: number; month: number; day: number }

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days the month has; month 1 is January. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

const pad = (value: number, width: number) => String(value).padStart(width, '0')

const joinParts = ({ year, month, day }: DateParts): LocalDate => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

const splitDate = (date: LocalDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** The day, if there is such a day in the calendar. */
export function makeDate(year: number, month: number, day: number): LocalDate | undefined {
  const exists = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? joinParts({ year, month, day }) : undefined
}

/** Reads exactly `YYYY-MM-DD`; refuses days that do not exist, such as 2023-02-30. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found ? makeDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

// Days since 0000-03-01 in the proleptic Gregorian calendar; the year starts in March so that the leap day comes last.
function dayNumberOf(date: LocalDate): number {
  const { year, month, day } = splitDate(date)
  const marchYear = month > 2 ? year : year - 1
  const monthFromMarch = (month + 9) % 12
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + day - 1
}

function dateOfDayNumber(dayNumber: number): LocalDate {
  const era = Math.floor(dayNumber / 146097)
  const dayOfEra = dayNumber - era * 146097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = ((monthFromMarch + 2) % 12) + 1
  return joinParts({ year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day })
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumberOf(date) + days)

/** Days from one day to the other; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumberOf(to) - dayNumberOf(from)

/** The same day of another month, or its last day when the month is shorter: 31 January + 1 month is the end of February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = splitDate(date)
  const monthCount = year * 12 + (month - 1) + months
  const newYear = Math.floor(monthCount / 12)
  const newMonth = monthCount - newYear * 12 + 1
  return joinParts({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) })
}

export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12)

/** For sorting: negative when the first day is earlier. */
export const compareDates = (one: LocalDate, other: LocalDate): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Full years of age on a day (周岁); the birthday itself counts as the next year.
 * Someone born on 29 February grows older on 1 March of common years.
 */
export function ageOn(birthOn: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years
}

/** `2026-03` */
export const monthOf = (date: LocalDate): string => date.slice(0, 7)

/** `2026Q1` */
export const quarterOf = (date: LocalDate): string => `${date.slice(0, 4)}Q${Math.ceil(splitDate(date).month / 3)}`

export const firstOfMonth = (date: LocalDate): LocalDate => `${monthOf(date)}-01`

export function lastOfMonth(date: LocalDate): LocalDate {
  const { year, month } = splitDate(date)
  return joinParts({ year, month, day: daysInMonth(year, month) })
}

/** `2026年3月5日`, the form of official documents: no leading zeros. */
export function formatChinese(date: LocalDate): string {
  const { year, month, day } = splitDate(date)
  return `${year}年${month}月${day}日`
}

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Since this instant the clocks of China stand eight hours ahead of UTC, summer and winter; before it they were set forward in six summers. */
const withoutSummerTime = Date.UTC(1991, 8, 15)
const eightHours = 8 * 3_600_000

/** The day in China of an instant. Asked with every request, therefore by addition where that is enough. */
export function dayInChina(instant: Date): LocalDate {
  const time = instant.getTime()
  return time >= withoutSummerTime ? new Date(time + eightHours).toISOString().slice(0, 10) : inChina.format(instant)
}

const minutes = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** An instant as people read it, by the clocks in China whatever the reader's own say: 2026-03-16 09:30. */
export const minuteInChina = (instant: Date | string | number): string => minutes.format(new Date(instant))

/** Today in China, where a page runs. */
export const chinaToday = (): LocalDate => dayInChina(new Date())
