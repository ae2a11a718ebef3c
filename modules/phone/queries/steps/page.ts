import { countCap, decodeCursor, encodeCursor } from '#platform/contract/paging.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'

/** A page of a list. */
export type Page<Item> = { items: Item[]; next: string | null; total: number; totalIsCapped: boolean }

/** The two parts of a cursor: the moment by which the list is ordered, and the id. */
export function cursorOf(after: string | undefined): [string, string] | undefined {
  if (after === undefined) return undefined
  const [moment, id] = decodeCursor(after, 2) ?? []
  const holds = typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(moment) && typeof id === 'string' && /^[\da-f-]{36}$/.test(id)
  if (!holds) throw new InvalidInput([{ path: ['after'], message: '翻页位置不正确，请重新打开列表' }])
  return [moment, id]
}

/** Makes a page of rows read with one more than the limit. */
export function pageFrom<Item>(rows: Item[], { limit, keyOf }: { limit: number; keyOf: (item: Item) => string[] }, total: number): Page<Item> {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : encodeCursor(keyOf(last)), total: Math.min(total, countCap), totalIsCapped: total > countCap }
}
