import { z } from 'zod'
import { parseLocalDate } from '#platform/values/local-date.ts'
import { InvalidInput } from './refusal.ts'

/** What every list accepts: a unit (and all below it), search text, keyset cursor, page size. */
export const listQuery = z.object({
  /** Unit code: this unit and all below. Without it: all the caller may see. */
  unit: z.string().regex(/^\d{2,18}$/, '单位代码应为数字').optional(),
  /** Search text. */
  q: z.string().max(50, '搜索内容请不超过50个字').refine((text) => !/\p{Cc}|\p{Cs}/u.test(text), '含有不能查找的控制字符').optional(),
  /** Cursor: the `next` of the page before. */
  after: z.string().max(500).optional(),
  /** Rows a page. */
  limit: z.coerce.number().int('请填整数').min(1).max(200, '每页最多200条').default(20),
})

/** The common shape of a list's query. */
export type ListQuery = z.infer<typeof listQuery>

/** A page of items; `next` is null on the last one; `total` is capped (`totalIsCapped`). */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    /** Cursor of the next page; null on the last. */
    next: z.string().nullable(),
    /** Number of rows of the whole list; absent where counting was not asked. */
    total: z.number().int().optional(),
    /** The total is a lower bound: there are more. */
    totalIsCapped: z.boolean().optional(),
  })
}

/** Counting stops here: an exact count above it tells nobody more and costs every list. */
export const countCap = 10_000

/** A page of a list that was counted, as `pageOf` describes it. */
export type Page<Item> = { items: Item[]; next: string | null; total: number; totalIsCapped: boolean }

/** Makes a page of rows read with one more than the limit. */
export function pageFrom<Item>(rows: Item[], { limit, keyOf }: { limit: number; keyOf: (item: Item) => (string | number)[] }, total: number): Page<Item> {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : encodeCursor(keyOf(last)), total: Math.min(total, countCap), totalIsCapped: total > countCap }
}

/** Packs the sort key of a page's last row. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return encodeURIComponent(JSON.stringify(key))
}

/** How what stands at one place of a cursor is recognised: nothing else ever reaches the database. */
const isPart = {
  id: (part: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(part),
  day: (part: string) => parseLocalDate(part) !== undefined,
  /** An instant as `toISOString()` or PostgreSQL writes it. */
  moment: (part: string) => parseLocalDate(part.slice(0, 10)) !== undefined
    && /^.{10}[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4])(:[0-5]\d)?)$/.test(part),
  scopeCode: (part: string) => /^\d{1,18}$/.test(part),
  number: (part: string) => /^-?\d{1,9}$/.test(part),
  text: (part: string) => !part.includes('\u0000'),
}

/** What may stand at one place of a cursor. */
export type CursorPart = keyof typeof isPart

/** The sort key behind which a page begins; a cursor that is none of ours is refused, and the first page has none. */
export function cursorOf<const Parts extends readonly CursorPart[]>(after: string, ...parts: Parts): { -readonly [At in keyof Parts]: string }
export function cursorOf<const Parts extends readonly CursorPart[]>(
  after: string | undefined, ...parts: Parts
): { -readonly [At in keyof Parts]: string } | undefined
export function cursorOf(after: string | undefined, ...parts: CursorPart[]): string[] | undefined {
  if (after === undefined) return undefined
  const key = decodeCursor(after, parts.length)?.map(String)
  if (key === undefined || !parts.every((part, at) => isPart[part](key[at] ?? ''))) throw new InvalidInput([{ path: ['after'], message: '翻页位置不正确，请重新打开列表' }])
  return key
}

/** Unpacks a cursor of `length` parts; undefined when it is not one of ours. */
function decodeCursor(cursor: string, length: number): (string | number)[] | undefined {
  try {
    const key: unknown = JSON.parse(decodeURIComponent(cursor))
    const holds = Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string' || typeof part === 'number')
    return holds ? (key as (string | number)[]) : undefined
  } catch {
    return undefined
  }
}
