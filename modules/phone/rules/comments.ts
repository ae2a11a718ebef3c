import { replaceHouseNumbers, replaceLongNumbers } from '#platform/values/mask.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** Days for which a phone keeps what an office said. */
const keptDays = 28
/** More than anybody reads on a phone. */
export const mostComments = 20

/** The first day whose comments a phone keeps. */
export const commentsSince = (today: LocalDate): LocalDate => addDays(today, -keptDays)

/** What an office said, without addresses and numbers by which a family could be found or called. */
export const withoutNumbers = (text: string): string =>
  replaceHouseNumbers(replaceLongNumbers(text, '（号码略）'), '（住址略）')
