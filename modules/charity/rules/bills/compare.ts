import type { LocalDate } from '#platform/values/local-date.ts'
import type { BillLine } from './read-bill.ts'

/** A charge or refund as it stands here. */
export type OwnLine = {
  kind: BillLine['kind']; number: string; amountFen: number; giftId: string
  /** Day it was paid or returned; null while it was not. */
  takenOn: LocalDate | null
}
/** Where the bill and we say different things. */
export type BillDifference = {
  kind: 'unknown' | 'amount' | 'not-taken' | 'twice' | 'missing'; lineKind: BillLine['kind']; number: string; billFen: number | null; ownFen: number | null
  giftId: string | null
}

const keyOf = ({ kind, number }: Pick<BillLine, 'kind' | 'number'>) => `${kind} ${number}`

/**
 * What a bill says of a day beside what stands here: `own` is everything the bill names and everything taken on its day; `told` are keys of lines of
 * bills that were loaded before. A payment that a bill of another day told already is not missed here.
 */
export function findDifferences(
  lines: readonly Pick<BillLine, 'kind' | 'number' | 'amountFen'>[],
  { own, billedOn, told }: { own: readonly OwnLine[]; billedOn: LocalDate; told: ReadonlySet<string> },
): BillDifference[] {
  const known = new Map(own.map((line) => [keyOf(line), line]))
  const seen = new Set(told)
  const found = lines.flatMap((line): BillDifference[] => {
    const [key, ours] = [keyOf(line), known.get(keyOf(line))]
    const kind = seen.has(key) ? 'twice' : findKind(line, ours)
    seen.add(key)
    if (kind === null) return []
    return [{ kind, lineKind: line.kind, number: line.number, billFen: line.amountFen, ownFen: ours?.amountFen ?? null, giftId: ours?.giftId ?? null }]
  })
  const missing = own.filter((line) => line.takenOn === billedOn && !seen.has(keyOf(line)))
    .map(({ kind, number, amountFen, giftId }) => ({ kind: 'missing' as const, lineKind: kind, number, billFen: null, ownFen: amountFen, giftId }))
  return [...found, ...missing]
}

function findKind(line: Pick<BillLine, 'amountFen'>, ours: OwnLine | undefined): BillDifference['kind'] | null {
  if (ours === undefined) return 'unknown'
  if (ours.amountFen !== line.amountFen) return 'amount'
  return ours.takenOn === null ? 'not-taken' : null
}

/** The key under which a line is told once. */
export const toldKey = keyOf
