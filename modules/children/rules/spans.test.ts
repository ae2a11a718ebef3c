import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#platform/values/local-date.ts'
import { intersectionOf, nextBoundary, spanAt, unionOf, type Span } from './spans.ts'

const day = (offset: number) => addDays('2026-01-01', offset)
const anySpan = fc.tuple(fc.nat(60), fc.option(fc.nat(20)))
  .map(([from, length]): Span => ({ from: day(from), until: length === null ? null : day(from + length) }))
const anySpans = fc.array(anySpan, { maxLength: 6 })
const days = Array.from({ length: 90 }, (_, offset) => day(offset))
const has = (spans: readonly Span[], on: string) => spans.some((span) => span.from <= on && (span.until === null || span.until >= on))

it('a union has a day exactly when one of its spans has it, and its spans do not touch', () => {
  fc.assert(fc.property(anySpans, (spans) => {
    const joined = unionOf(spans)
    for (const on of days) expect(spanAt(joined, on) !== undefined).toBe(has(spans, on))
    const pairs = joined.slice(1).map((next, at) => [joined[at]?.until ?? '9999-12-30', next.from] as const)
    for (const [until, from] of pairs) expect(addDays(until, 1) < from).toBe(true)
  }))
})

it('an intersection has a day exactly when both sides have it', () => {
  fc.assert(fc.property(anySpans, anySpans, (one, other) => {
    const both = intersectionOf(unionOf(one), unionOf(other))
    for (const on of days) expect(has(both, on)).toBe(has(one, on) && has(other, on))
  }))
})

it('the next boundary is the first day on which the answer differs', () => {
  fc.assert(fc.property(anySpans, fc.nat(40), (spans, offset) => {
    const joined = unionOf(spans)
    const changed = days.slice(offset + 1).find((on, at) => has(joined, on) !== has(joined, days[offset + at] ?? ''))
    expect(nextBoundary(joined, day(offset))).toBe(changed)
  }))
})
