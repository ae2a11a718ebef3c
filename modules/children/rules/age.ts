import { ageOn, makeDate, type LocalDate } from '#platform/values/local-date.ts'
import { ageBand, type AgeBand } from '#platform/values/mask.ts'

/** The day on which somebody becomes `years` old; 1 March where a 29 February is missing, as `ageOn` counts. */
export function birthdayOf(birthOn: LocalDate, years: number): LocalDate {
  const [year, month, day] = birthOn.split('-').map(Number) as [number, number, number]
  return makeDate(year + years, month, day) ?? `${String(year + years).padStart(4, '0')}-03-01`
}

/** The band shown on a day. */
export const bandOn = (birthOn: LocalDate, day: LocalDate): AgeBand => ageBand(ageOn(birthOn, day))

/** The next birthday that moves the band, if one is to come. */
export const nextBandBirthday = (birthOn: LocalDate, day: LocalDate): LocalDate | undefined =>
  [6, 14, 16, 18].map((years) => birthdayOf(birthOn, years)).find((birthday) => birthday > day)
