// What of a list is shown to everybody for objections. Of children no name and no surname: a place with five of them or more, rounded down to fives, so
// that what is shown elsewhere and this together tell nobody apart. Groups outside the files are shown by the unit that applied, if they are five or more.
import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** A row of the list as the rule sees it. */
export type ShownRow = { unitCode: string; isChild: boolean; peopleCount: number; amountFen: number }
/** Units with at least five children, as the rule of small groups gives them; undefined where there are too few in all. */
export type Merged = readonly { unitCode: string; children: number }[] | undefined
/** What everybody sees of a group. */
export type PublicGroup = { unitCode: string; isChildren: boolean; atLeast: number }
/** What everybody sees of a list. */
export type PublicList = { groups: PublicGroup[]; isWithheld: boolean; totalFen: number | null }

/** Fewer people than this are never shown, and numbers are shown in steps of it. */
export const step = 5

/** A number of people rounded down to fives. */
export const roundedDown = (count: number): number => Math.floor(count / step) * step

/** How many children each unit has on the list. */
export const childrenOf = (rows: readonly ShownRow[]): { unitCode: string; children: number; households: number }[] =>
  rows.filter(({ isChild }) => isChild).map(({ unitCode }) => ({ unitCode, children: 1, households: 0 }))

/** What is shown of a list whose children were merged; the sum only where nobody is withheld. */
export function showList(rows: readonly ShownRow[], merged: Merged): PublicList {
  const children = (merged ?? []).map(({ unitCode, children: count }) => ({ unitCode, isChildren: true, atLeast: roundedDown(count) }))
  const outside = new Map<string, number>()
  for (const { unitCode, peopleCount } of rows.filter(({ isChild }) => !isChild)) outside.set(unitCode, (outside.get(unitCode) ?? 0) + peopleCount)
  const groups = [...outside].filter(([, count]) => count >= step).map(([unitCode, count]) => ({ unitCode, isChildren: false, atLeast: roundedDown(count) }))
  const isWithheld = (merged === undefined && rows.some(({ isChild }) => isChild)) || groups.length < outside.size
  return { groups: [...children, ...groups], isWithheld, totalFen: isWithheld ? null : rows.reduce((sum, { amountFen }) => sum + amountFen, 0) }
}

/** Last day for objections: the first day is one of them. Undefined where none of the kinds asks for a list. */
export function lastDay(openedOn: LocalDate, days: readonly number[]): LocalDate | undefined {
  const longest = Math.max(0, ...days)
  return longest === 0 ? undefined : addDays(openedOn, longest - 1)
}

/** Why a list may not be approved for good yet; undefined when it may. */
export function findPublicProblem({ endsOn, today, outcomes }: {
  /** Null where it is shown nowhere. */
  endsOn: LocalDate | null; today: LocalDate; outcomes: readonly ('upheld' | 'rejected' | null)[]
}): 'STILL_SHOWN' | 'OBJECTIONS_OPEN' | 'OBJECTION_UPHELD' | undefined {
  if (outcomes.includes('upheld')) return 'OBJECTION_UPHELD'
  if (outcomes.includes(null)) return 'OBJECTIONS_OPEN'
  return endsOn !== null && endsOn >= today ? 'STILL_SHOWN' : undefined
}
