import { describe, expect, it } from 'vitest'
import { cursorOf, encodeCursor, type CursorPart } from './paging.ts'

const id = '018f3c00-0000-7000-8000-000000000001'
const refused = (key: readonly (string | number)[], ...parts: CursorPart[]) => {
  try {
    cursorOf(encodeCursor(key), ...parts)
    return false
  } catch (problem) {
    return (problem as { code?: string }).code === 'INVALID_INPUT'
  }
}

describe('a cursor', () => {
  it('gives back the sort key it was made of, part by part, as texts', () => {
    expect(cursorOf(encodeCursor(['2026-02-28', id]), 'day', 'id')).toEqual(['2026-02-28', id])
    expect(cursorOf(encodeCursor([990100100, '王秀英', id]), 'scopeCode', 'text', 'id')).toEqual(['990100100', '王秀英', id])
  })

  it('is nothing on the first page', () => {
    expect(cursorOf(undefined, 'id')).toBeUndefined()
  })

  it.each(['2026-03-16T01:02:03.456Z', '2026-03-16 09:02:03.456789+08', '2026-03-16 09:02:03+05:30'])('may hold the moment %s', moment => {
    expect(cursorOf(encodeCursor([moment, id]), 'moment', 'id')).toEqual([moment, id])
  })

  it.each<[CursorPart, string | number]>([
    ['day', '2026-02-30'], ['day', '2026-3-5'], ['day', "2026-03-05'"], ['moment', '2026-03-16'], ['moment', '2026-02-30T00:00:00Z'],
    ['moment', '2026-03-16T25:00:00Z'], ['moment', 'infinity'], ['scopeCode', '1e5'], ['scopeCode', '1234567890123456789'], ['number', 1.5],
    ['text', 'a\u0000b'], ['id', 'x'], ['id', `${id}0`],
  ])('is refused where a %s should stand and %s does', (part, written) => {
    expect(refused([written], part)).toBe(true)
  })

  it('is refused when it has other parts than the list, or is no cursor at all', () => {
    expect(refused([id, id], 'id')).toBe(true)
    expect(refused([], 'id')).toBe(true)
    for (const nonsense of ['', 'null', '%', '{"a":1}', encodeURIComponent('[[1]]')]) expect(() => cursorOf(nonsense, 'id')).toThrow('INVALID_INPUT')
  })
})
