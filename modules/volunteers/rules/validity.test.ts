import { describe, expect, it } from 'vitest'
import { countedSpans } from './validity.ts'

describe('days on which validities count', () => {
  it('end with the day after the last one', () => {
    expect(countedSpans([{ id: 'a', from: '2026-01-01', until: '2026-12-31' }])).toEqual([{ id: 'a', from: '2026-01-01', endsOn: '2027-01-01' }])
  })

  it('never overlap: a later one takes over on its first day', () => {
    expect(countedSpans([{ id: 'b', from: '2026-06-01', until: '2027-05-31' }, { id: 'a', from: '2026-01-01', until: '2026-12-31' }])).toEqual([
      { id: 'a', from: '2026-01-01', endsOn: '2026-06-01' }, { id: 'b', from: '2026-06-01', endsOn: '2027-06-01' }])
  })

  it('end when a later check finds something', () => {
    expect(countedSpans([{ id: 'a', from: '2026-01-01', until: '2026-12-31' }, { id: 'b', from: '2026-03-01', until: null }]))
      .toEqual([{ id: 'a', from: '2026-01-01', endsOn: '2026-03-01' }])
  })

  it('are none when another begins on the same day', () => {
    expect(countedSpans([{ id: 'a', from: '2026-01-01', until: '2026-12-31' }, { id: 'b', from: '2026-01-01', until: '2026-12-31' }]))
      .toEqual([{ id: 'b', from: '2026-01-01', endsOn: '2027-01-01' }])
  })
})
