import type { Context } from '#platform/http/context.ts'
import { mustRecordHolidayYears } from '../access.ts'
import type { KnownHolidayYear } from '../contract.ts'
import { findHolidayYears } from './holiday-years.ts'

/** The years whose holidays are known, the latest first, and which of this year and the next are missing. */
export async function listHolidayYears(context: Context): Promise<{ items: KnownHolidayYear[]; missing: number[] }> {
  mustRecordHolidayYears(context.actor)
  const items = await findHolidayYears(context)
  const thisYear = Number(context.today.slice(0, 4))
  return { items, missing: [thisYear, thisYear + 1].filter((year) => items.every((known) => known.year !== year)) }
}
