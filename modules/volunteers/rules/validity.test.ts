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

  it('end at their own end where the next begins later, however they were written down', () => {
    const [first, second, third] = [
      { id: 'c', from: '2026-01-01', until: '2026-01-31' }, { id: 'b', from: '2026-03-01', until: '2026-03-31' },
      { id: 'a', from: '2026-05-01', until: '2026-05-31' }]
    const counted = [{ id: 'c', from: '2026-01-01', endsOn: '2026-02-01' }, { id: 'b', from: '2026-03-01', endsOn: '2026-04-01' },
      { id: 'a', from: '2026-05-01', endsOn: '2026-06-01' }]
    for (const order of [[first, second, third], [third, second, first], [second, third, first]]) expect(countedSpans(order)).toEqual(counted)
  })

  it('end when a later check finds something', () => {
    expect(countedSpans([{ id: 'a', from: '2026-01-01', until: '2026-12-31' }, { id: 'b', from: '2026-03-01', until: null }]))
      .toEqual([{ id: 'a', from: '2026-01-01', endsOn: '2026-03-01' }])
  })

  it('are none when another begins on the same day', () => {
    const two = [{ id: 'a', from: '2026-01-01', until: '2026-12-31' }, { id: 'b', from: '2026-01-01', until: '2026-12-31' }]
    for (const order of [two, two.toReversed()]) expect(countedSpans(order)).toEqual([{ id: 'b', from: '2026-01-01', endsOn: '2027-01-01' }])
  })
})
