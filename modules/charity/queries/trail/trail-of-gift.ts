import { sumFen } from '#platform/values/money.ts'
import type { Cell, Trail, TrailFund } from '../../contract.ts'
import { followGift, followParts, layBehind, layTrail, type GiftTrail } from '../../rules/trail.ts'
import { readLaidTrails, type LaidTrail } from './laid-trails.ts'
import {
  listCellsOfMonths, listFundCells, listFundMovements, listGiftHandOuts, listGiftRefunds, type PublishedGroup, type TracedGift, type TrailSource,
} from './reading.ts'

/** How a gift lies in its funds, and what of it went back. */
export type GiftPlaces = { laid: LaidTrail[]; refunds: Awaited<ReturnType<typeof listGiftRefunds>> }

/** Both asked at once: by the gift alone, so that they need not wait until it is read. */
export async function readGiftPlaces(source: TrailSource, giftId: string): Promise<GiftPlaces> {
  const [laid, refunds] = await Promise.all([readLaidTrails(source, giftId), listGiftRefunds(source, giftId)])
  return { laid, refunds }
}

/** Everything the page of a trail shows: no donor, no child. */
export async function trailOfGift(source: TrailSource, gift: TracedGift, { laid, refunds }: GiftPlaces): Promise<Trail> {
  const handOuts = gift.form === 'goods' ? await listGiftHandOuts(source, gift.giftId) : []
  const inFunds = await Promise.all(laid.map(async (trail) => {
    const followed = await followLaid(source, trail, gift.giftId)
    const months = new Set([...followed.parts, ...handOuts].map(({ month }) => month))
    const groups = months.size > 0 ? await listCellsOfMonths(source, trail.fundId, [...months]) : []
    return { fund: { fundName: trail.fundName, ...followed }, cells: putTogether(trail.fundName, groups) }
  }))
  const funds: TrailFund[] = inFunds.map(({ fund }) => fund).filter((fund) => fund.amountFen > 0)
  const cells: Cell[] = inFunds.flatMap((one) => one.cells)
  // The row of a gift that went back keeps its last part: that part stands among the refunds.
  const standsFen = gift.status === 'refunded' ? 0 : gift.amountFen
  const { form, status, receivedOn, holderName, projectLabel, item, quantity, countedIn } = gift
  return {
    form, isRefunded: status === 'refunded', amountFen: standsFen, givenFen: standsFen + sumFen(refunds.map(({ amountFen }) => amountFen)), refunds,
      receivedOn, holderName, projectLabel, item, quantity, countedIn, funds, handOuts, cells,
      asOf: source.today,
  }
}

/** From what was laid and what came since; the whole fund is read only where something was posted that changes what lies before. */
async function followLaid(source: TrailSource, { fundId, laid, parts, tail }: LaidTrail, giftId: string): Promise<GiftTrail> {
  const since = laid === null ? undefined : layBehind(laid, tail)
  if (since !== undefined) return followParts([...parts, ...since], giftId)
  return followGift(layTrail(await listFundMovements(source, fundId)), giftId)
}

/** Cells of a fund as they were published: what was told once of a month never changes. */
export const cellsOfFund = async (source: TrailSource, { fundId, fundName }: { fundId: string; fundName: string }): Promise<Cell[]> =>
  putTogether(fundName, await listFundCells(source, fundId))

function putTogether(fundName: string, groups: readonly PublishedGroup[]): Cell[] {
  const cells = new Map<number, Cell>()
  for (const group of groups) {
    const { month, isWithheld } = group
    const cell = cells.get(month) ?? { fundName, month, isWithheld, groups: [] }
    cells.set(month, cell)
    if (group.place !== null) {
      cell.groups.push({ place: group.place, isMerged: group.isMerged, children: group.children, households: group.households })
    }
  }
  return [...cells.values()]
}
