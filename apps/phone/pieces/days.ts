import { dayInChina, daysBetween, type LocalDate } from '#platform/values/local-date.ts'
import type { Language } from '../words.ts'
import type { Words } from '../words/words-type.ts'

/** The day in China at a moment of the phone's clock. */
export const dayOf = (moment: number): LocalDate => dayInChina(new Date(moment))

/** 3月16日 星期一 */
export function dayWords(day: LocalDate, language: Language): string {
  const date = Date.parse(`${day}T12:00:00Z`)
  const inWords = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date)
  if (language === 'en') return inWords({ month: 'long', day: 'numeric', weekday: 'long' })
  return `${inWords({ month: 'long', day: 'numeric' })} ${inWords({ weekday: 'long' })}`
}

/** Today, yesterday, the day before, else the day in words. */
export function nearDayWords(day: LocalDate, of: { today: LocalDate; language: Language; words: Words }): string {
  const near = [of.words.dayToday, of.words.dayYesterday, of.words.dayBefore][daysBetween(day, of.today)]
  return near ?? dayWords(day, of.language)
}

/** 3月16日 09:05 */
export function momentWords(moment: number | string, language: Language): string {
  const shown: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  return new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', ...shown }).format(new Date(moment))
}

/** 30分钟, 1小时. */
export function minutesWords(minutes: number, words: Words): string {
  return minutes >= 60 && minutes % 60 === 0 ? words.hours(minutes / 60) : words.minutes(minutes)
}
