/** What decides where a visit stands in a route. */
export type Placed = { caseId: string; unitCode: string; unitName: string; householdId: string | null; childLabel: string }

/** The visits of one village. */
export type RoutePart<Stop> = { unitCode: string; unitName: string; stops: Stop[] }

/**
 * Visits of a day by village. Codes are given from one end of a town to the other, so villages stand in the order of their codes, and in
 * a village the children of one house beside each other. What somebody put in order goes first; a visit that came later is put at the end of its village.
 */
export function groupRoute<Stop extends Placed>(stops: readonly Stop[], saved: readonly string[]): RoutePart<Stop>[] {
  const place = new Map(saved.map((caseId, at) => [caseId, at]))
  const placeOf = (stop: Stop) => place.get(stop.caseId) ?? Number.MAX_SAFE_INTEGER
  const parts = new Map<string, RoutePart<Stop>>()
  for (const stop of stops.toSorted((one, other) => placeOf(one) - placeOf(other) || compareByNature(one, other))) {
    const part = parts.get(stop.unitCode) ?? { unitCode: stop.unitCode, unitName: stop.unitName, stops: [] }
    part.stops.push(stop)
    parts.set(stop.unitCode, part)
  }
  return [...parts.values()]
}

function compareByNature(one: Placed, other: Placed): number {
  const keys = ({ unitCode, householdId, childLabel, caseId }: Placed) => [unitCode, householdId ?? caseId, childLabel, caseId]
  const [own, others] = [keys(one), keys(other)]
  const at = own.findIndex((key, index) => key !== others[index])
  return at < 0 ? 0 : (own[at] ?? '') < (others[at] ?? '') ? -1 : 1
}

/** The same list with one entry moved by one place; at an end it stays. */
export function moved<Entry>(entries: readonly Entry[], at: number, by: -1 | 1): Entry[] {
  const [entry, other] = [entries[at], entries[at + by]]
  if (entry === undefined || other === undefined) return [...entries]
  return entries.map((each, index) => (index === at ? other : index === at + by ? entry : each))
}
