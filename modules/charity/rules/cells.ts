// How many were helped, so that nobody can be told: small groups go into the next unit, and no sum or difference of what is shown is smaller than five.

/** How many children and households of a unit, by the code of the unit. */
export type Count = { unitCode: string; children: number; households: number }
/** What is shown: a unit, or several of a place together. */
export type Group = { unitCode: string; isMerged: boolean; children: number; households: number }

/** Fewer than this are never shown. */
export const fewest = 5

/** Lengths of codes, from the city down. */
const levels = [4, 7, 11, 15, 18]

/** The unit above; the city stays. */
const above = (code: string): string => code.slice(0, levels.findLast((length) => length < code.length))

type Heap = Group & { parts: number }

const isSmall = (count: number) => count > 0 && count < fewest
const isUnsafe = ({ children, households }: Pick<Group, 'children' | 'households'>) => isSmall(children) || isSmall(households)

/**
 * Groups that may be shown. From the lowest level up, a unit with too few is put together with the unit above it; what is too few at the top takes
 * the smallest of the groups that stand. Each count is in exactly one group, so a sum of groups less others is groups again. Undefined where there
 * are too few in all.
 */
export function mergeSmallGroups(counts: readonly Count[]): Group[] | undefined {
  const heaps = new Map<string, Heap>()
  for (const count of counts) if (count.children + count.households > 0) pour(heaps, count.unitCode, { ...count, parts: 1 })
  for (const length of levels.toReversed()) {
    for (const heap of [...heaps.values()].filter((each) => each.unitCode.length === length && isUnsafe(each))) {
      if (above(heap.unitCode) === heap.unitCode) continue
      heaps.delete(heap.unitCode)
      pour(heaps, above(heap.unitCode), heap)
    }
  }
  return fillTop(heaps)
}

function pour(heaps: Map<string, Heap>, unitCode: string, { children, households, parts }: Omit<Heap, 'unitCode' | 'isMerged'>): void {
  const held = heaps.get(unitCode)
  heaps.set(unitCode, {
    unitCode, isMerged: (held?.parts ?? 0) + parts > 1, children: (held?.children ?? 0) + children, households: (held?.households ?? 0) + households,
    parts: (held?.parts ?? 0) + parts,
  })
}

/** What is still too small lies at the top alone; the smallest others go in until it is enough. */
function fillTop(heaps: Map<string, Heap>): Group[] | undefined {
  for (;;) {
    const short = [...heaps.values()].find(isUnsafe)
    if (short === undefined) break
    const [next] = [...heaps.values()].filter((heap) => heap !== short).toSorted(bySize)
    if (next === undefined) return undefined
    heaps.delete(next.unitCode)
    pour(heaps, short.unitCode, next)
  }
  return [...heaps.values()].toSorted((one, other) => (one.unitCode < other.unitCode ? -1 : 1))
    .map(({ unitCode, isMerged, children, households }) => ({ unitCode, isMerged, children, households }))
}

const bySize = (one: Heap, other: Heap): number => one.children + one.households - other.children - other.households || (one.unitCode < other.unitCode ? -1 : 1)
