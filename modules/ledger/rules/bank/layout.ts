import type { BankColumn, BankMapping } from '../../contract.ts'

/** A layout of files of a bank: headings under which each column is known. */
export type KnownLayout = { code: string; bank: string; titles: Partial<Record<BankColumn, readonly string[]>> }

const plain = (heading: string) => heading.replace(/\s/g, '').replace(/[（(][^）)]*(元|人民币|RMB|CNY)[^）)]*[）)]/gi, '')

/** Whether a mapping says enough to read a file: the day, and the amount in one column or in two. */
export const isWholeMapping = (mapping: BankMapping): boolean =>
  mapping.day !== undefined && (mapping.amount !== undefined || (mapping.in !== undefined && mapping.out !== undefined))

/** The columns of a layout in a row of headings; undefined where the row is not of this layout. */
export function columnsIn(headings: readonly string[], { titles }: Pick<KnownLayout, 'titles'>): BankMapping | undefined {
  const all = headings.map(plain)
  const mapping: BankMapping = {}
  for (const [column, names] of Object.entries(titles) as [BankColumn, readonly string[]][]) {
    const at = names.map((name) => all.indexOf(plain(name))).find((index) => index >= 0)
    if (at !== undefined) mapping[column] = at
  }
  return isWholeMapping(mapping) ? mapping : undefined
}

/** A row of headings by which a file was recognised. */
export type Recognised = { rowIndex: number; headings: string[]; layout: string; mapping: BankMapping }

/** The layout and the row of headings that explain the most columns; undefined where none is known. */
export function recognise(rows: readonly (readonly string[])[], layouts: readonly KnownLayout[]): Recognised | undefined {
  let best: Recognised | undefined
  for (const [rowIndex, headings] of rows.slice(0, 30).entries()) {
    for (const layout of layouts) {
      const mapping = columnsIn(headings, layout)
      if (mapping === undefined || Object.keys(mapping).length <= Object.keys(best?.mapping ?? {}).length) continue
      best = { rowIndex, headings: [...headings], layout: layout.code, mapping }
    }
  }
  return best
}

/** The row most likely to hold the headings where no layout is known: the first with the most filled cells, none of them an amount. */
export function headingsRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.slice(0, 30).map((row) => (row.some((text) => /^-?[\d,]+\.\d+$/.test(text.trim())) ? 0 : row.filter((text) => text.trim() !== '').length))
  return Math.max(0, filled.indexOf(Math.max(...filled)))
}

/** Whether two rows of headings are the same but for blanks. */
export const areSameHeadings = (one: readonly string[], other: readonly string[]): boolean =>
  one.map(plain).join('\n').trimEnd() === other.map(plain).join('\n').trimEnd()
