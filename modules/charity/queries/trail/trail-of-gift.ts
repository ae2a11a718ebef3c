import type { Cell, Trail, TrailFund } from '../../contract.ts'
import { followGift, followParts, layBehind, layTrail, type GiftTrail } from '../../rules/trail.ts'
import { readLaidTrails, type LaidTrail } from './laid-trails.ts'
import {
  listCellsOfMonths, listFundCells, listFundMovements, listGiftHandOuts, type PublishedGroup, type TracedGift, type TrailSource,
} from './reading.ts'

/** Everything the page of a trail shows: no donor, no child. */
export async function trailOfGift(source: TrailSource, gift: TracedGift): Promise<Trail> {
  const funds: TrailFund[] = []
  const cells: Cell[] = []
  const handOuts = gift.form === 'goods' ? await listGiftHandOuts(source, gift.giftId) : []
  for (const laid of await readLaidTrails(source, gift.giftId)) {
    const { fundId, fundName } = laid
    const followed = await followLaid(source, laid, gift.giftId)
    if (followed.amountFen > 0) funds.push({ fundName, ...followed })
    const months = new Set([...followed.parts, ...handOuts].map(({ month }) => month))
    if (months.size > 0) cells.push(...putTogether(fundName, await listCellsOfMonths(source, fundId, [...months])))
  }
  const { form, status, amountFen, receivedOn, holderName, projectLabel, item, quantity, countedIn } = gift
  return {
    form, isRefunded: status === 'refunded', amountFen, receivedOn, holderName, projectLabel, item, quantity, countedIn, funds, handOuts, cells,
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
