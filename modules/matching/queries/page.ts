import { countCap, encodeCursor } from '#platform/contract/paging.ts'

/** A page of a list. */
export type Page<Item> = { items: Item[]; next: string | null; total: number; totalIsCapped: boolean }

/** Makes a page of rows read with one more than the limit. */
export function pageFrom<Item>(rows: Item[], { limit, keyOf }: { limit: number; keyOf: (item: Item) => string[] }, total: number): Page<Item> {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : encodeCursor(keyOf(last)), total: Math.min(total, countCap), totalIsCapped: total > countCap }
}
