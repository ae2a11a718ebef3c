// Which counts of beneficiaries are published when: of a month that is over, once. Who keeps every version that was ever shown learns no more than the cells.
import { addMonths, firstOfMonth, type LocalDate } from '#platform/values/local-date.ts'
import { mergeSmallGroups, type Group } from './cells.ts'
import { monthOf } from './trail.ts'

/** How many of a unit a fund reached, not counted in any cell yet. */
export type OpenReach = { reachId: string; month: number; unitCode: string; children: number; households: number }
/** A cell to be published: what it counts and what is shown of it; no groups where there are too few in all. */
export type PlannedCell = { month: number; reaches: OpenReach[]; groups: Group[] | undefined }

/** Day of the next month from which a month is published, where the city says nothing else: records of the last days have come by then. */
const defaultPublishingDay = 10
/** The day by the city's setting. */
export const publishingDayOf = (value: unknown): number =>
  (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 28 ? value : defaultPublishingDay)

/** The last month that may be published on a day. */
export const lastMonthToPublish = (today: LocalDate, publishingDay: number): number =>
  monthOf(addMonths(firstOfMonth(today), Number(today.slice(8)) >= publishingDay ? -1 : -2))

/**
 * Cells of a fund that are published now. A count belongs to its month; where that was published before, or told nothing, to the next month that has
 * counts of its own, or to the last one once there are enough. Each count is in one told cell at most.
 */
export function planCells(open: readonly OpenReach[], { published, lastMonth }: { published: ReadonlySet<number>; lastMonth: number }): PlannedCell[] {
  const cells: PlannedCell[] = []
  let waiting = open.filter(({ month }) => month <= lastMonth)
  const first = Math.min(...waiting.map(({ month }) => month))
  for (let month = first; month <= lastMonth; month = nextMonth(month)) {
    if (published.has(month)) continue
    const reaches = waiting.filter((reach) => reach.month <= month)
    const groups = mergeSmallGroups(countsOf(reaches))
    const isOwn = reaches.some((reach) => reach.month === month)
    const isEnough = month === lastMonth && reaches.length > 0 && groups !== undefined
    if (!isOwn && !isEnough) continue
    cells.push({ month, reaches, groups })
    if (groups !== undefined) waiting = waiting.filter((reach) => reach.month > month)
  }
  return cells
}

const nextMonth = (month: number): number => (month % 100 === 12 ? month + 89 : month + 1)

const countsOf = (reaches: readonly OpenReach[]) => [...Map.groupBy(reaches, ({ unitCode }) => unitCode)].map(([unitCode, of]) => ({
  unitCode, children: of.reduce((sum, { children }) => sum + children, 0), households: of.reduce((sum, { households }) => sum + households, 0),
}))
