// What may be shown of a person to those who need not know who it is. Masks lose information for good; they are not reversible.
import { cleanName, surnameOf } from './chinese-name.ts'

/** 姓 + 某: 张三 → 张某, 欧阳娜娜 → 欧阳某. */
export const maskName = (name: string): string => `${surnameOf(cleanName(name))}某`

const masked = /^(\p{Script=Han}{1,2})某+\s*(?:[·（(].*)?$/u

/** What is sought by who types a person as lists show one: 张某, 张某 · 6—13岁 and 张某（6—13岁） → 张; anything else stays. */
export const soughtOf = (text: string): string => text.trim().replace(masked, '$1')

/** First three and last four digits: 13812345678 → 138****5678; short numbers show only their last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 10) return '*'.repeat(Math.max(digits.length - 2, 4)) + (digits.length > 4 ? digits.slice(-2) : '')
  return digits.slice(0, 3) + '*'.repeat(digits.length - 7) + digits.slice(-4)
}

/** First and last sign only: region and birthday together would name the person. */
export function maskIdCard(idCard: string): string {
  const signs = [...idCard.trim()]
  if (signs.length < 8) return '*'.repeat(8)
  return `${signs[0]}${'*'.repeat(signs.length - 2)}${signs.at(-1)}`
}

export type AgeBand = '0-5' | '6-13' | '14-15' | '16-17' | '18+'

/** The band shown in place of an age; the borders are those of the law: 6 school, 14 personal information, 16 left-behind, 18 adult. */
export function ageBand(ageYears: number): AgeBand {
  if (ageYears < 6) return '0-5'
  if (ageYears < 14) return '6-13'
  if (ageYears < 16) return '14-15'
  return ageYears < 18 ? '16-17' : '18+'
}

/** `6—13岁`, `18岁及以上` */
export const ageBandLabel = (band: AgeBand): string => (band === '18+' ? '18岁及以上' : `${band.replace('-', '—')}岁`)

/** `aged 6–13`, `18 and over` */
export const ageBandInEnglish = (band: AgeBand): string => (band === '18+' ? '18 and over' : `aged ${band.replace('-', '–')}`)

/** A masked label as records keep it, `张某 · 6—13岁` or `张某（6—13岁）`, for who reads English; the name stays as it is. */
export const labelInEnglish = (label: string): string => label.replaceAll(/(\d+)—(\d+)岁/g, (_band, from: string, to: string) => `aged ${from}–${to}`)
  .replaceAll('18岁及以上', '18 and over').replaceAll('（', ' (').replaceAll('）', ')')

// Where a family lives, in free words: 东街12号, 三组12号, 7栋2单元604号. A day, a time, a class and a number of things are none.
const count = '(?:[\\p{Nd}]+|[〇零一二三四五六七八九十百]+)'
const building = `${count}\\s*(?:号楼|栋|幢|单元|座)`
const group = `${count}\\s*(?:组|社|队)`
const place = '\\p{Script=Han}{0,6}(?:路|街|巷|弄|村|社区|小区|苑|湾|坝|沟|寨|屯)'
const gap = '[\\s,，、-]*'
const numbered = `第?${count}\\s*(?:号楼|号|栋|幢|单元|室|座)`
const houseNumber = new RegExp(
  `(?:${place}${gap}(?:${group}|${numbered})|${group}${gap}${numbered}|${building}${gap}(?:${numbered}|${count}))(?:${gap}${numbered})*`, 'gu')

/** The first words that look like the number of a house; undefined when there are none. */
export const findHouseNumber = (text: string): string | undefined => text.match(houseNumber)?.[0]

/** The text with other words in place of whatever looks like the number of a house. */
export const replaceHouseNumbers = (text: string, by: string): string => text.replace(houseNumber, by)

// Telephone and identity numbers in free words: seven digits or more, however they are spaced. A day written in digits is none.
const day = '(?<!\\p{Nd})(?:19|20)\\d{2}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\\d|3[01])(?!\\p{Nd})'
const anyDay = new RegExp(day, 'gu')
const dayOrLongNumber = new RegExp(`(${day})|(?<!\\p{Nd})\\+?\\p{Nd}(?:[ -]?\\p{Nd}){6,}[Xx]?`, 'gu')

/** The first long number; undefined when there is none. */
export const findLongNumber = (text: string): string | undefined =>
  [...text.matchAll(dayOrLongNumber)].find(([, isDay]) => isDay === undefined)?.[0]

/** The text with other words in place of each long number. */
export const replaceLongNumbers = (text: string, by: string): string =>
  text.replace(dayOrLongNumber, (found: string, isDay: string | undefined) => (isDay === undefined ? by : found))

/** The text without the days written in it, for whoever looks for numbers of people. */
export const withoutDays = (text: string): string => text.replace(anyDay, ' ')
