import { replaceHouseNumbers } from '#platform/values/mask.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** Days for which a phone keeps what an office said. */
const keptDays = 28
/** More than anybody reads on a phone. */
export const mostComments = 20

/** The first day whose comments a phone keeps. */
export const commentsSince = (today: LocalDate): LocalDate => addDays(today, -keptDays)

/** Telephone and identity numbers in free words: seven digits or more, however they are spaced. A date stays. */
const longNumber = /(?<!\d)\+?\d(?:[ -]?\d){6,}[Xx]?/g
const isDate = (number: string) => /^\d{4}-\d{1,2}-\d{1,2}$/.test(number)

/** What an office said, without addresses and numbers by which a family could be found or called. */
export const withoutNumbers = (text: string): string =>
  replaceHouseNumbers(text.replace(longNumber, (number) => (isDate(number) ? number : '（号码略）')), '（住址略）')
