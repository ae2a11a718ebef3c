/** What stands behind `?` in the address: plain texts, so that a filtered list can be sent to a colleague as a link. */
import type { ZodType } from 'zod'
import { textOf } from '#platform/values/text.ts'

export type Search = Record<string, unknown>

/** `?unit=51&state=a&state=b` → `{ unit: '51', state: ['a', 'b'] }`. Numbers stay texts: a unit's code is not a quantity. */
export function readAddress(text: string): Search {
  const search: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = search[key]
    search[key] = before === undefined ? value : [before, value].flat()
  }
  return search
}

/** The way back; what is empty is left out, so that an unfiltered list has a bare address. */
export function writeAddress(search: Search): string {
  const text = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    for (const part of [value].flat()) if (part !== undefined && part !== null && part !== '') text.append(key, textOf(part))
  }
  const written = text.toString()
  return written ? `?${written}` : ''
}

/** Reads the address by a page's schema. Wrong parts are dropped, so that an old link still opens the page. */
export function readSearch(schema: ZodType | undefined, search: Search): Search {
  if (!schema) return search
  const whole = schema.safeParse(search)
  if (whole.success) return whole.data as Search
  const wrong = new Set(whole.error.issues.map(issue => issue.path[0]))
  const rest = schema.safeParse(Object.fromEntries(Object.entries(search).filter(([key]) => !wrong.has(key))))
  return rest.success ? (rest.data as Search) : {}
}

/** The filters after one of them was changed: empty ones vanish. */
export function withFilter(search: Search, key: string, value: unknown): Search {
  const { [key]: _before, ...others } = search
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty ? others : { ...others, [key]: value }
}
