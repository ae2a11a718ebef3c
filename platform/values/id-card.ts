// Citizen identity number (公民身份号码, GB 11643): region 6, birthday 8, order 3 (odd for men), check sign 1.
import { parseLocalDate } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { cleanText } from './text.ts'

export type Sex = 'male' | 'female'

export type IdCardProblem = 'ID_CARD_LENGTH' | 'ID_CARD_SIGNS' | 'ID_CARD_BIRTHDAY' | 'ID_CARD_IN_FUTURE' | 'ID_CARD_CHECK_DIGIT'

export type IdCard =
  | {
      ok: true
      /** The number as stored: half-width, capital X, no spaces. */
      value: string
      birthOn: LocalDate
      sex: Sex
      /** A sentence for the person entering it when the region prefix is unknown; such numbers are kept. */
      warning?: string
    }
  | { ok: false; reason: IdCardProblem; message: string }

/** What to tell the person who entered it, by reason. */
export const idCardMessages: Record<IdCardProblem, string> = {
  ID_CARD_LENGTH: '身份证号码应为18位，请核对是否漏填或多填。',
  ID_CARD_SIGNS: '身份证号码前17位应为数字，最后一位为数字或X，请核对。',
  ID_CARD_BIRTHDAY: '身份证号码中的出生日期不存在，请核对第7至14位。',
  ID_CARD_IN_FUTURE: '身份证号码中的出生日期晚于今天，请核对第7至14位。',
  ID_CARD_CHECK_DIGIT: '身份证号码校验位不符，可能有一位填错，请逐位核对。',
}

const unknownRegion = '身份证号码前两位不是已知的省级代码，请核对；确认无误可以保存。'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkSigns = '10X98765432'

// Provinces of GB/T 2260, the 8x numbers of residents from Hong Kong, Macao and Taiwan, 9x of foreigners with permanent residence.
const knownPrefixes = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 ' +
    '71 81 82 83 91 92 93 94 95 96 97 98 99'
  ).split(' '),
)

const refuse = (reason: IdCardProblem): IdCard => ({ ok: false, reason, message: idCardMessages[reason] })

/** Checks a number as typed; with `today`, also that the birthday is not still to come. */
export function parseIdCard(text: string, today?: LocalDate): IdCard {
  const value = cleanText(text).replace(/[\s-]/g, '').toUpperCase()
  if (value.length !== 18) return refuse('ID_CARD_LENGTH')
  if (!/^\d{17}[\dX]$/.test(value)) return refuse('ID_CARD_SIGNS')
  const birthOn = parseLocalDate(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`)
  if (!birthOn || birthOn < '1850-01-01') return refuse('ID_CARD_BIRTHDAY')
  if (makeCheckDigit(value.slice(0, 17)) !== value[17]) return refuse('ID_CARD_CHECK_DIGIT')
  if (today !== undefined && birthOn > today) return refuse('ID_CARD_IN_FUTURE')
  const sex: Sex = Number(value[16]) % 2 === 1 ? 'male' : 'female'
  const card: IdCard = { ok: true, value, birthOn, sex }
  return knownPrefixes.has(value.slice(0, 2)) ? card : { ...card, warning: unknownRegion }
}

/** The 18th sign that belongs to the first 17 digits. */
export function makeCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return checkSigns[sum % 11] ?? ''
}
