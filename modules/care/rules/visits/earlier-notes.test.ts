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

  it('are closed to a range that ends before the former unit, or begins after it, and open to one that holds it alone', () => {
    const read = (lo: string, hi: string) => isNoteClosed({ ...closed, recordedAt: before, reader: { lo, hi } })
    expect(read('990100100000000000', '990100100010000999')).toBe(true)
    expect(read('990100100010001001', '990199999999999999')).toBe(true)
    expect(read('990100100010001000', '990100100010001000')).toBe(false)
  })

  it('are judged alike where a code begins with a nought that the database leaves out', () => {
    const former = { ...closed, notesClosedScope: '90100100010001000', recordedAt: before }
    expect(isNoteClosed({ ...former, reader: { lo: '90100100000000000', hi: '90100199999999999' } })).toBe(false)
    expect(isNoteClosed({ ...former, reader: { lo: '090100100000000000', hi: '090100199999999999' } })).toBe(false)
    expect(isNoteClosed({ ...former, reader: { lo: '110100100000000000', hi: '110199999999999999' } })).toBe(true)
    expect(isNoteClosed({ ...former, notesClosedScope: '110100100010001000', reader: { lo: '90100100000000000', hi: '90199999999999999' } })).toBe(true)
  })

  it('belong to nobody in particular where no former unit is known', () => {
    expect(isNoteClosed({ ...closed, notesClosedScope: null, recordedAt: before, reader: { lo: '0', hi: '999999999999999999' } })).toBe(true)
  })
})
