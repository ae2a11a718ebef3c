import { describe, expect, it } from 'vitest'
import { isNoteClosed } from './earlier-notes.ts'

const closed = { notesClosedAt: new Date('2026-03-16T02:00:00Z'), notesClosedScope: '990100100010001000' }
const before = new Date('2026-03-15T02:00:00Z')
const taker = { lo: '990100200010001000', hi: '990100200010001999' }

describe('notes written before a transfer', () => {
  it('are closed to the unit that took the child over, those it writes itself are not', () => {
    expect(isNoteClosed({ ...closed, recordedAt: before, reader: taker })).toBe(true)
    expect(isNoteClosed({ ...closed, recordedAt: new Date('2026-03-16T02:00:00Z'), reader: taker })).toBe(false)
  })

  it('stay open to whoever answers for the former unit too', () => {
    expect(isNoteClosed({ ...closed, recordedAt: before, reader: { lo: '990100000000000000', hi: '990199999999999999' } })).toBe(false)
    expect(isNoteClosed({ ...closed, recordedAt: before, reader: { lo: '990100100000000000', hi: '990100199999999999' } })).toBe(false)
  })

  it('are open where nothing was closed', () => {
    expect(isNoteClosed({ notesClosedAt: null, notesClosedScope: null, recordedAt: before, reader: taker })).toBe(false)
  })
})
