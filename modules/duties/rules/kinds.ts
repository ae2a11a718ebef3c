// What the law takes a body for is dated: a year is judged by the kind of its last day (decision 0022).
import { addDays } from '#platform/values/local-date.ts'
import type { BodyKind } from '../contract.ts'

/** What a body is from a day on. */
export type KindFrom = { kind: BodyKind; fromOn: string }
/** What a body was within a year before it became what it is judged as, and the last day it was. */
export type KindUntil = { kind: BodyKind; untilOn: string }

/** What a body was on a day: by the entry that began last until then, or, before the first of them, by its books; null for a committee. */
export function kindOn(entries: readonly KindFrom[], { derived, on }: { derived: BodyKind | null; on: string }): BodyKind | null {
  const begun = entries.filter(({ fromOn }) => fromOn <= on)
  return begun.reduce<KindFrom | null>((last, entry) => (last === null || entry.fromOn > last.fromOn ? entry : last), null)?.kind ?? derived
}

/** Other kinds a body was between two days, each with its last day; the one it is at the end is none of them. */
export function kindsBefore(
  entries: readonly KindFrom[], { derived, firstOn, lastOn }: { derived: BodyKind | null; firstOn: string; lastOn: string },
): KindUntil[] {
  const last = kindOn(entries, { derived, on: lastOn })
  const ends = entries.filter(({ fromOn }) => fromOn > firstOn && fromOn <= lastOn).map(({ fromOn }) => addDays(fromOn, -1)).sort()
  const held = ends.map((untilOn) => ({ kind: kindOn(entries, { derived, on: untilOn }), untilOn }))
    .filter((one): one is KindUntil => one.kind !== null && one.kind !== last)
  return [...new Map(held.map((one) => [one.kind, one])).values()]
}
