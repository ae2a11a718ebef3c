import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** A validity as recorded; `until` is null for one that counts nothing itself but ends what was before (有记录, 待查). */
export type RecordedValidity = { id: string; from: LocalDate; until: LocalDate | null }

/** Days on which a validity counts: from the first to the day before `endsOn`. */
export type CountedSpan = { id: string; from: LocalDate; endsOn: LocalDate }

/**
 * When each of several validities counts, so that nobody counts twice on one day: each until the day after its last one,
 * or until the day on which a later one takes over.
 */
export function countedSpans(recorded: readonly RecordedValidity[]): CountedSpan[] {
  const inOrder = recorded.toSorted((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id))
  return inOrder.flatMap(({ id, from, until }, at) => {
    if (until === null) return []
    const next = inOrder[at + 1]
    const dayAfter = addDays(until, 1)
    const endsOn = next !== undefined && next.from < dayAfter ? next.from : dayAfter
    return endsOn > from ? [{ id, from, endsOn }] : []
  })
}
