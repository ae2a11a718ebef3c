import type { Cell, Trail, TrailFund } from '../../contract.ts'
import { mergeSmallGroups, type Count } from '../../rules/cells.ts'
import { followGift, layTrail, monthOf } from '../../rules/trail.ts'
import {
  listFundMovements, listFundReaches, listGiftHandOuts, listTracedFunds, listUnitNames, type ReachRow, type TracedGift, type TrailSource,
} from './reading.ts'

/** Everything the page of a trail shows: no donor, no child. */
export async function trailOfGift(source: TrailSource, gift: TracedGift): Promise<Trail> {
  const funds: TrailFund[] = []
  const cells: Cell[] = []
  const handOuts = await listGiftHandOuts(source, gift.giftId)
  for (const { fundId, fundName } of await listTracedFunds(source, gift.giftId)) {
    const followed = followGift(layTrail(await listFundMovements(source, fundId)), gift.giftId)
    if (followed.amountFen > 0) funds.push({ fundName, ...followed })
    const months = new Set([...followed.parts, ...handOuts].map(({ month }) => month))
    cells.push(...(await cellsOfFund(source, { fundId, fundName })).filter(({ month }) => months.has(month)))
  }
  const { form, status, amountFen, receivedOn, holderName, projectLabel, item, quantity, countedIn } = gift
  return {
    form, isRefunded: status === 'refunded', amountFen, receivedOn, holderName, projectLabel, item, quantity, countedIn, funds, handOuts, cells,
      asOf: source.today,
  }
}

/** Cells of a fund, only of months that are over: small groups merged, what is too little in all withheld. */
export async function cellsOfFund(source: TrailSource, { fundId, fundName }: { fundId: string; fundName: string }): Promise<Cell[]> {
  const thisMonth = monthOf(source.today)
  const reaches = (await listFundReaches(source, fundId)).filter(({ month }) => month < thisMonth)
  if (reaches.length === 0) return []
  const names = await listUnitNames(source, [...new Set(reaches.map(({ unitCode }) => unitCode))])
  return [...byMonth(reaches)].toSorted(([one], [other]) => one - other).map(([month, counts]) => {
    const groups = mergeSmallGroups(counts)
    return {
      fundName, month, isWithheld: groups === undefined,
      groups: (groups ?? []).map(({ unitCode, isMerged, children, households }) => ({ place: names.get(unitCode) ?? '', isMerged, children, households })),
    }
  })
}

function byMonth(reaches: readonly ReachRow[]): Map<number, Count[]> {
  const months = new Map<number, Count[]>()
  for (const { month, ...count } of reaches) months.set(month, [...months.get(month) ?? [], count])
  return months
}
