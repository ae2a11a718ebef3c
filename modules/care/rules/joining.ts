import type { LocalDate } from '#platform/values/local-date.ts'

/** A pairing as it is joined with others of the same person and case. */
export type JoinablePairing = { id: string; caseId: string; fromOn: LocalDate; untilOn: LocalDate | null; role: string }

/** Pairings that turned out to be one: the first goes on until the latest end, the others repeat it. */
export type JoinedPairing = { first: JoinablePairing; untilOn: LocalDate | null; repeats: JoinablePairing[] }

/** Two records of one volunteer were both paired in a case: intervals that overlap are one pairing. Those that stand alone are left out. */
export function joinPairings(pairings: readonly JoinablePairing[]): JoinedPairing[] {
  const joined: JoinedPairing[] = []
  const inOrder = pairings.toSorted((one, other) => compare(one.caseId, other.caseId) || compare(one.fromOn, other.fromOn) || compare(one.id, other.id))
  for (const pairing of inOrder) {
    const last = joined.at(-1)
    const repeats = last !== undefined && last.first.caseId === pairing.caseId && (last.untilOn === null || pairing.fromOn <= last.untilOn)
    if (!repeats) joined.push({ first: pairing, untilOn: pairing.untilOn, repeats: [] })
    else {
      last.repeats.push(pairing)
      last.untilOn = laterEnd(last.untilOn, pairing.untilOn)
    }
  }
  return joined.filter((each) => each.repeats.length > 0)
}

const laterEnd = (one: LocalDate | null, other: LocalDate | null) => (one === null || other === null ? null : one > other ? one : other)

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
