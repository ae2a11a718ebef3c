import { describe, expect, it } from 'vitest'
import { hasNothingToShow } from './nothing-to-show.ts'
import { Refusal } from './refusal.ts'

const refused = (status: number, code = 'SOME') => new Refusal({ code, message: '…', status })
const again = (error: unknown) => hasNothingToShow({ isError: true, data: { name: '东街镇' }, error })

describe('a page that asks again', () => {
  it('shows what it has when no answer comes, the server is broken, or asks for patience', () => {
    expect([refused(0, 'OFFLINE'), refused(500), refused(503), refused(429), new TypeError('Failed to fetch')].map(again))
      .toEqual([false, false, false, false, false])
  })

  it('shows no longer what the server now refuses: a right may have ended', () => {
    expect([refused(403), refused(404), refused(410)].map(again)).toEqual([true, true, true])
  })

  it('has nothing to show when the first answer never came, and something as long as nothing failed', () => {
    expect(hasNothingToShow({ isError: true, data: undefined, error: refused(0, 'OFFLINE') })).toBe(true)
    expect(hasNothingToShow({ isError: false, data: undefined, error: null })).toBe(false)
    expect(hasNothingToShow({ isError: false, data: {}, error: null })).toBe(false)
  })
})
