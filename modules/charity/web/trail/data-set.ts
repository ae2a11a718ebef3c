import { dataSetOf } from '../../rules/data-set.ts'
import type { ReadFund } from '../api.ts'
import type { trailWords } from './words.ts'

/** Hands what is published of a fund to the reader as a file. */
export function saveDataSet(fund: ReadFund, own: (typeof trailWords)['zh-CN']): void {
  const text = dataSetOf(fund, {
    heads: [own.month, own.place, own.item, own.number], opening: own.opening, gifts: own.fromGifts, other: own.other, spending: own.spending,
    children: own.children, households: own.households,
    placeOf: ({ place, isMerged }) => (isMerged ? own.others(place) : place),
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = `${fund.name}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}
