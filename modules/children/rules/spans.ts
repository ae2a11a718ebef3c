import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** Days from one to another, both counted; `until` null means without end. Lists of spans are sorted and disjoint. */
export type Span = { from: LocalDate; until: LocalDate | null }

const endOf = (span: Span) => span.until ?? '9999-12-31'

/** Joins spans that overlap or touch. */
export function unionOf(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (last === undefined || (last.until !== null && addDays(last.until, 1) < span.from)) joined.push({ ...span })
    else if (last.until !== null && (span.until === null || span.until > last.until)) last.until = span.until
  }
  return joined
}

/** The days that both lists have. */
export function intersectionOf(one: readonly Span[], other: readonly Span[]): Span[] {
  return one.flatMap((left) => other.flatMap((right) => {
    const from = left.from > right.from ? left.from : right.from
    const end = endOf(left) < endOf(right) ? endOf(left) : endOf(right)
    return from <= end ? [{ from, until: left.until === null && right.until === null ? null : end }] : []
  })).toSorted((left, right) => (left.from < right.from ? -1 : 1))
}

/** The span that has the day. */
export const spanAt = (spans: readonly Span[], day: LocalDate): Span | undefined =>
  spans.find((span) => span.from <= day && (span.until === null || span.until >= day))

/** The first day after `day` on which a span begins or has just ended. */
export function nextBoundary(spans: readonly Span[], day: LocalDate): LocalDate | undefined {
  const boundaries = spans.flatMap((span) => [span.from, ...(span.until === null ? [] : [addDays(span.until, 1)])])
  return boundaries.filter((boundary) => boundary > day).toSorted()[0]
}
