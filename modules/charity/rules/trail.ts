// Where money of a fund went. Within a fund the oldest money is spent first; what is taken back counts as if it had never been.
import type { LocalDate } from '#platform/values/local-date.ts'

/** What the books say a cost is for. */
type CostClass = 'charity' | 'administration' | 'fundraising' | 'other'

/** One entry that changed a fund, its reversal taken off: debit positive. */
export type Movement = {
  originId: string; datedOn: LocalDate
  /** What made it, e.g. charity.gift. */
  source: string; sourceId: string | null; isCost: boolean; amountFen: number; costClass: CostClass | null; projectLabel: string | null
}
/** Money that came into a fund: a gift, or anything else. */
export type Inflow = { key: string; giftId: string | null; datedOn: LocalDate; amountFen: number }
/** Money that left a fund. */
export type Outflow = { key: string; datedOn: LocalDate; amountFen: number; costClass: CostClass | null; projectLabel: string | null }
/** How much of an inflow paid for an outflow. */
export type Allocation = { inflow: Inflow; outflow: Outflow; amountFen: number }
/** A fund, laid end to end. */
export type FundTrail = { inflows: readonly Inflow[]; outflows: readonly Outflow[]; allocations: readonly Allocation[] }

/** Gifts in goods and their hand-outs belong to each other and are no money. */
const isGoods = ({ source }: Movement) => source === 'charity.goods' || source === 'charity.hand-out'

/** Lays what came and what was spent end to end, each in its order: what lies over what is the allocation. */
export function layTrail(movements: readonly Movement[]): FundTrail {
  const { inflows, outflows } = sortMovements(movements.filter((movement) => !isGoods(movement)))
  return { inflows, outflows, allocations: allocate(inflows, outflows) }
}

function sortMovements(movements: readonly Movement[]): { inflows: Inflow[]; outflows: Outflow[] } {
  const inflows = new Map<string, Inflow>()
  const outflows: Outflow[] = []
  for (const movement of movements.toSorted(inOrder)) {
    const { originId, sourceId, datedOn, isCost, amountFen, costClass, projectLabel } = movement
    const giftId = movement.source === 'charity.gift' && !isCost ? sourceId : null
    const key = giftId ?? `${originId}${isCost ? '/cost' : ''}`
    const before = inflows.get(key)
    // A gift keeps the place of its first entry, whatever was corrected later.
    if (giftId !== null) inflows.set(key, { key, giftId, datedOn: before?.datedOn ?? datedOn, amountFen: (before?.amountFen ?? 0) - amountFen })
    else if (amountFen > 0) outflows.push({ key, datedOn, amountFen, costClass, projectLabel })
    else inflows.set(key, { key, giftId: null, datedOn, amountFen: -amountFen })
  }
  return { inflows: [...inflows.values()].filter(({ amountFen }) => amountFen > 0), outflows }
}

const inOrder = (one: Movement, other: Movement): number =>
  (one.datedOn !== other.datedOn ? (one.datedOn < other.datedOn ? -1 : 1) : one.originId < other.originId ? -1 : one.originId > other.originId ? 1 : 0)

function allocate(inflows: readonly Inflow[], outflows: readonly Outflow[]): Allocation[] {
  const allocations: Allocation[] = []
  let at = 0
  let usedFen = 0
  for (const outflow of outflows) {
    let openFen = outflow.amountFen
    for (let inflow = inflows[at]; inflow !== undefined && openFen > 0; inflow = inflows[at]) {
      const amountFen = Math.min(openFen, inflow.amountFen - usedFen)
      allocations.push({ inflow, outflow, amountFen })
      openFen -= amountFen
      usedFen += amountFen
      if (usedFen === inflow.amountFen) { at += 1; usedFen = 0 }
    }
  }
  return allocations
}

/** What became of one gift within a fund. */
export type GiftTrail = {
  amountFen: number; parts: { month: number; costClass: CostClass | null; projectLabel: string | null; amountFen: number }[]; leftFen: number
}

/** What became of one gift within a fund, spending put together by month, class and project; parts and remainder are the gift to the fen. */
export function followGift({ inflows, allocations }: FundTrail, giftId: string): GiftTrail {
  const amountFen = inflows.find((inflow) => inflow.giftId === giftId)?.amountFen ?? 0
  const parts = new Map<string, GiftTrail['parts'][number]>()
  let spentFen = 0
  for (const { inflow, outflow, amountFen: partFen } of allocations) {
    if (inflow.giftId !== giftId) continue
    const month = monthOf(outflow.datedOn)
    const key = JSON.stringify([month, outflow.costClass, outflow.projectLabel])
    parts.set(key, { month, costClass: outflow.costClass, projectLabel: outflow.projectLabel, amountFen: (parts.get(key)?.amountFen ?? 0) + partFen })
    spentFen += partFen
  }
  return { amountFen, parts: [...parts.values()].toSorted((one, other) => one.month - other.month), leftFen: amountFen - spentFen }
}

/** A part of a laid trail: where it begins and how long it is, in fen from the first. */
export type Part = {
  isSpending: boolean; key: string; giftId: string | null; datedOn: LocalDate; fromFen: number; amountFen: number; costClass: CostClass | null
  projectLabel: string | null
}
/** Where a laid trail ends. */
export type LaidEnd = { incomeFen: number; spentFen: number; lastOn: LocalDate; lastId: string }

/** A fund as parts, each with its place; behind an end where there is one. */
export function partsOf({ inflows, outflows }: Pick<FundTrail, 'inflows' | 'outflows'>, behind = { incomeFen: 0, spentFen: 0 }): Part[] {
  let [incomeFen, spentFen] = [behind.incomeFen, behind.spentFen]
  return [
    ...inflows.map(({ key, giftId, datedOn, amountFen }) => {
      incomeFen += amountFen
      return { isSpending: false, key, giftId, datedOn, fromFen: incomeFen - amountFen, amountFen, costClass: null, projectLabel: null }
    }),
    ...outflows.map((outflow) => {
      spentFen += outflow.amountFen
      return { isSpending: true, giftId: null, fromFen: spentFen - outflow.amountFen, ...outflow }
    }),
  ]
}

/** The end of a fund that was laid; undefined where nothing ever changed it. */
export function endOf(movements: readonly Movement[]): LaidEnd | undefined {
  const last = movements.toSorted(inOrder).at(-1)
  if (last === undefined) return undefined
  const { inflows, outflows } = layTrail(movements)
  return { incomeFen: sumOf(inflows), spentFen: sumOf(outflows), lastOn: last.datedOn, lastId: last.originId }
}

const sumOf = (parts: readonly { amountFen: number }[]): number => parts.reduce((sum, { amountFen }) => sum + amountFen, 0)

/** What was posted since a trail was laid, and whether it belongs to something that was laid. */
export type TailMovement = Movement & { isOfOld: boolean }

/**
 * Parts of what was posted since, laid behind the end; undefined where it changes what lies before, so that the fund has to be laid anew: an earlier day, a
 * reversal, a gift that is corrected or moved.
 */
export function layBehind(end: LaidEnd, tail: readonly TailMovement[]): Part[] | undefined {
  const isLater = ({ datedOn, originId, isOfOld }: TailMovement) => !isOfOld && (datedOn > end.lastOn || (datedOn === end.lastOn && originId > end.lastId))
  return tail.every(isLater) ? partsOf(layTrail(tail), end) : undefined
}

/** The end of a fund with what was laid behind its end. */
export function endBehind(end: LaidEnd, tail: readonly TailMovement[]): LaidEnd {
  const more = endOf(tail)
  return more === undefined ? end : { ...more, incomeFen: end.incomeFen + more.incomeFen, spentFen: end.spentFen + more.spentFen }
}

/** What became of one gift, by the spending that lies over it. */
export function followParts(parts: readonly Part[], giftId: string): GiftTrail {
  const own = parts.find((part) => !part.isSpending && part.giftId === giftId)
  if (own === undefined) return { amountFen: 0, parts: [], leftFen: 0 }
  const allocations = parts.filter(({ isSpending }) => isSpending).toSorted((one, other) => one.fromFen - other.fromFen).flatMap((outflow) => {
    const amountFen = Math.min(outflow.fromFen + outflow.amountFen, own.fromFen + own.amountFen) - Math.max(outflow.fromFen, own.fromFen)
    return amountFen > 0 ? [{ inflow: { ...own }, outflow, amountFen }] : []
  })
  return followGift({ inflows: [own], outflows: [], allocations }, giftId)
}

/** Month of a day, as 202603. */
export const monthOf = (day: LocalDate): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))
