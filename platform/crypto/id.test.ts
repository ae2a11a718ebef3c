import { afterEach, describe, expect, test, vi } from 'vitest'
import { newId } from './id.ts'

describe('a new id', () => {
  afterEach(() => void vi.useRealTimers())

  test('is a UUID of version 7 in lower case, with the time in front', () => {
    const before = Date.now()
    const id = newId()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const millis = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(millis).toBeGreaterThanOrEqual(before)
    expect(millis - Date.now()).toBeLessThan(1000)
  })

  test('is always greater than the one before, also many in one millisecond and after the clock went back', () => {
    vi.useFakeTimers({ now: Date.now() })
    const ids = Array.from({ length: 20_000 }, newId)
    vi.setSystemTime(Date.now() - 60_000)
    ids.push(newId())
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('differs from others in its random part', () => {
    const tails = Array.from({ length: 2000 }, () => newId().slice(19))
    expect(new Set(tails).size).toBe(2000)
  })
})
