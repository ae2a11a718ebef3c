import { mustBeFen } from '#platform/values/money.ts'
import type { OpenFundPage } from '../contract.ts'

/** Names of columns and kinds, in the reader's language. */
export type DataSetWords = {
  heads: readonly [string, string, string, string]; opening: string; gifts: string; other: string; spending: string; children: string; households: string
  placeOf: (group: { place: string; isMerged: boolean }) => string
}

/** What is published of a fund as a text of rows: month, place, kind, number. Money in yuan with two decimals. */
export function dataSetOf(fund: Pick<OpenFundPage, 'openingFen' | 'months' | 'cells'>, words: DataSetWords): string {
  const money = fund.months.flatMap(({ month, giftsFen, otherFen, spentFen }) => [
    [month, '', words.gifts, plainYuan(giftsFen)], [month, '', words.other, plainYuan(otherFen)], [month, '', words.spending, plainYuan(spentFen)],
  ])
  const opening = fund.openingFen === 0 ? [] : [['', '', words.opening, plainYuan(fund.openingFen)]]
  const helped = fund.cells.flatMap(({ month, groups }) => groups.flatMap((group) => [
    [month, words.placeOf(group), words.children, group.children], [month, words.placeOf(group), words.households, group.households],
  ]))
  // The mark at the beginning tells a spreadsheet that it is UTF-8.
  return `\uFEFF${[words.heads, ...opening, ...money, ...helped].map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`
}

const plainYuan = (fen: number): string => (mustBeFen(fen) / 100).toFixed(2)

/** A field that no spreadsheet takes for a formula. */
function fieldOf(value: string | number): string {
  const text = String(value)
  const inert = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^-?\d+\.\d\d$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
