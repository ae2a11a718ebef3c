// Where a fact is added: pure arithmetic on codes and days, so that the fold needs no table but the facts.
import { codeOfScope, levelDepth, parentCode, scopeLo } from '#platform/values/scope-code.ts'

/** Facts of one unit, measure and month added together; `month` is a key such as 202603. */
export type FactGroup = { scopeCode: string; measure: string; month: number; count: number; total: number }
/** The same for one subject. */
export type SubjectGroup = { scopeCode: string; measure: string; month: number; subjectId: string; net: number }
/** A row of figures.rollups that is to grow by these amounts. */
export type RollupChange = { scopeCode: string; measure: string; period: number; count: number; total: number }
/** A row of figures.presences that is to change by `net`. */
export type PresenceChange = { scopeCode: string; measure: string; period: number; subjectId: string; net: number }

/** First scope codes of the unit and of everything above it, topmost first. */
export function nodesAbove(scopeCode: string): string[] {
  const codes: string[] = []
  for (let code: string | undefined = codeOfScope(scopeCode); code !== undefined; code = parentCode(code)) codes.unshift(code)
  return codes.map(scopeLo)
}

/** Of these, the ones that keep who was present: city and county. */
export const presenceNodes = (scopeCode: string): string[] =>
  nodesAbove(scopeCode).filter((lo) => [2, 3].includes(levelDepth(codeOfScope(lo)) ?? 0))

const yearOf = (month: number) => month - month % 100

/** Rollup rows the groups are added to: every unit above, month and year. */
export function rollupChanges(groups: readonly FactGroup[]): RollupChange[] {
  const changes = new Map<string, RollupChange>()
  const nodes = remember(nodesAbove)
  for (const group of groups) {
    for (const scopeCode of nodes(group.scopeCode)) {
      for (const period of [group.month, yearOf(group.month)]) {
        const key = `${scopeCode} ${group.measure} ${period}`
        const known = changes.get(key) ?? { scopeCode, measure: group.measure, period, count: 0, total: 0 }
        changes.set(key, { ...known, count: known.count + group.count, total: known.total + group.total })
      }
    }
  }
  return inOrder([...changes.values()])
}

/** Presence rows the groups are added to: month and year of a flow, all days of a stock. */
export function presenceChanges(groups: readonly SubjectGroup[], stocks: ReadonlySet<string>): PresenceChange[] {
  const changes = new Map<string, PresenceChange>()
  const nodes = remember(presenceNodes)
  for (const group of groups) {
    const periods = stocks.has(group.measure) ? [0] : [group.month, yearOf(group.month)]
    for (const scopeCode of nodes(group.scopeCode)) {
      for (const period of periods) {
        const key = presenceKey({ ...group, scopeCode, period })
        const known = changes.get(key)
        if (known === undefined) changes.set(key, { scopeCode, measure: group.measure, period, subjectId: group.subjectId, net: group.net })
        else known.net += group.net
      }
    }
  }
  return inOrder([...changes.values()].filter((change) => change.net !== 0))
}

/** One presence row as a key. */
export const presenceKey = (row: Omit<PresenceChange, 'net'>): string => `${row.scopeCode} ${row.measure} ${row.period} ${row.subjectId}`

/** How the numbers of distinct subjects change, given how many there were and are after the change. */
export function presenceCountChanges(changes: readonly PresenceChange[], netAfter: ReadonlyMap<string, number>): Omit<RollupChange, 'total'>[] {
  const counts = new Map<string, Omit<RollupChange, 'total'>>()
  for (const change of changes) {
    const after = netAfter.get(presenceKey(change)) ?? change.net
    const step = Number(after > 0) - Number(after - change.net > 0)
    if (step === 0) continue
    const key = `${change.scopeCode} ${change.measure} ${change.period}`
    const known = counts.get(key) ?? { scopeCode: change.scopeCode, measure: change.measure, period: change.period, count: 0 }
    counts.set(key, { ...known, count: known.count + step })
  }
  return inOrder([...counts.values()])
}

/** Neighbours in the index are written together. */
function inOrder<Row extends { scopeCode: string; measure: string; period: number }>(rows: Row[]): Row[] {
  return rows.toSorted((one, other) => compare(one.scopeCode, other.scopeCode) || compare(one.measure, other.measure) || one.period - other.period)
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function remember(derive: (scopeCode: string) => string[]) {
  const known = new Map<string, string[]>()
  return (scopeCode: string) => {
    const found = known.get(scopeCode) ?? derive(scopeCode)
    known.set(scopeCode, found)
    return found
  }
}
