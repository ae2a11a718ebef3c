import type { ChildCard, ChildType, Fact } from '../../contract.ts'
import { isSensitiveKind } from '../../rules/fact-kinds.ts'
import { isSensitiveType, typeRules } from '../../rules/types/catalogue.ts'
import { factInWords } from '../../rules/words.ts'

/** A fact as it is kept. */
export type StoredFact = Omit<Fact, 'value'> & { value: string }
/** A line of the history that holds on the day in question. */
export type TypeLine = { type: ChildType; since: string; ruleVersion: number; factIds: string[] }
/** What the caller may read: facts at all, and health with them. */
export type Shows = { facts: boolean; health: boolean }

/** Facts as the caller may read them: none, without the sensitive codes, or whole. */
export const shownFacts = <Shown extends StoredFact>(facts: readonly Shown[], shows: Shows): (Omit<Shown, 'value'> & { value: string | null })[] =>
  shows.facts ? facts.map((fact) => ({ ...fact, value: isSensitiveKind(fact.kind) && !shows.health ? null : fact.value })) : []

/** Types with their reasons, as the caller may read them. */
export const shownTypes = (lines: readonly TypeLine[], facts: readonly StoredFact[], shows: Shows): ChildCard['types'] =>
  lines.filter((line) => !isSensitiveType(line.type) || (shows.facts && shows.health)).map((line) => typeOf(line, facts, shows))

function typeOf(line: TypeLine, facts: readonly StoredFact[], shows: Shows): ChildCard['types'][number] {
  const because = shows.facts ? facts.filter((fact) => line.factIds.includes(fact.id)) : []
  const reasons = because.map((fact) =>
    isSensitiveKind(fact.kind) && !shows.health ? '健康等敏感情况（须有查阅许可方可查看）' : factInWords(fact),
  )
  const source = typeRules.find((rule) => rule.type === line.type && rule.version === line.ruleVersion)?.source ?? ''
  return { type: line.type, since: line.since, reasons: [...new Set(reasons)], factIds: because.map(({ id }) => id), source, ruleVersion: line.ruleVersion }
}
