import { makeCheckDigit } from '#platform/values/id-card.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { Sex } from './plan.ts'

/**
 * Gives out identity numbers and telephone numbers that belong to nobody.
 *
 * Identity numbers begin with 99 and the ordinal of the town. No province of GB/T 2260 has 99, and in the numbers of foreigners with
 * permanent residence, which begin with 9, the next two digits are a province and none begins with 9. Telephone numbers begin with 154,
 * which the numbering plan has given to no operator, so that a demo never rings a stranger, while forms accept it (1, then 3 to 9, then nine digits).
 * Each town has its own range, so numbers are unique in the plan although towns know nothing of one another.
 */
export type IdentityIssuer = {
  idNumber: (birthOn: LocalDate, sex: Sex) => string
  phone: () => string
}

export const demoIdPrefix = '99'
export const demoPhonePrefix = '154'

export function issueIdentities(townOrdinal: number): IdentityIssuer {
  if (townOrdinal < 0 || townOrdinal > 999) throw new RangeError('a city of more than 999 towns is not planned for')
  const region = `${demoIdPrefix}${String(townOrdinal).padStart(4, '0')}`
  const phoneStart = `${demoPhonePrefix}${String(townOrdinal).padStart(3, '0')}`
  const given = new Map<string, number>()
  let phones = 0
  return {
    idNumber(birthOn, sex) {
      const start = region + birthOn.replaceAll('-', '')
      const order = (given.get(start + sex) ?? (sex === 'male' ? -1 : -2)) + 2
      if (order > 999) throw new RangeError('more people of one birthday than identity numbers')
      given.set(start + sex, order)
      const first17 = start + String(order).padStart(3, '0')
      return first17 + makeCheckDigit(first17)
    },
    phone() {
      phones += 1
      if (phones > 99_999) throw new RangeError('more telephones in one town than numbers')
      // Multiplied by a number prime to 10^5, so that neighbours do not have neighbouring numbers.
      return phoneStart + String((phones * 61_803) % 100_000).padStart(5, '0')
    },
  }
}
