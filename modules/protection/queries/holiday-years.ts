import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { KnownHolidayYear } from '../contract.ts'

/** The first year anybody here could count in. */
const since = 2020
const source = '国务院办公厅历年放假通知，取自 chinese-days 1.5.7'

/** What comes with the program: the holidays of the years that the package covers. */
export const publishedYears: readonly KnownHolidayYear[] = yearsOf(Object.keys(published.holidays)).map((year) => ({
  year, daysOff: ofYear(Object.keys(published.holidays), year), daysWorked: ofYear(Object.keys(published.workdays), year), source,
  recordedName: null, recordedAt: null,
}))

/** The years that are known: what the city entered stands over what comes with the program. */
export async function findHolidayYears({ tx, actor }: Context): Promise<KnownHolidayYear[]> {
  const { rows } = await sql<KnownHolidayYear>`
    select distinct on (year) year, days_off::text[] as days_off, days_worked::text[] as days_worked, source, recorded_name, recorded_at
      from protection.holiday_years where city_id = ${actor.cityId} order by year, recorded_at desc, id desc`.execute(tx)
  const own = new Set(rows.map(({ year }) => year))
  return [...publishedYears.filter(({ year }) => !own.has(year)), ...rows].toSorted((one, other) => other.year - one.year)
}

function yearsOf(days: readonly LocalDate[]): number[] {
  return [...new Set(days.map((day) => Number(day.slice(0, 4))))].filter((year) => year >= since)
}

function ofYear(days: readonly LocalDate[], year: number): LocalDate[] {
  return days.filter((day) => day.startsWith(`${year}-`)).toSorted()
}
