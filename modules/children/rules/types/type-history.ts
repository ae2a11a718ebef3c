import type { LocalDate } from '#platform/values/local-date.ts'
import { childTypes, type ChildType } from '../../contract.ts'
import { deriveType, spansOfType } from './derive.ts'
import type { RuleSubject } from './conditions.ts'

/** A line of the history: a type held from a day, until a day or still. */
export type HistoryLine = { type: ChildType; fromOn: LocalDate; untilOn: LocalDate | null; ruleVersion: number; factIds: string[] }

/** A line that is kept already. */
export type KeptLine = { id: string; type: ChildType; fromOn: LocalDate; untilOn: LocalDate | null }

/** What the rules say of every day up to `today`. An end that is still to come is left open: the daily job writes it when it comes. */
export function historyOf(subject: RuleSubject, today: LocalDate): HistoryLine[] {
  return childTypes.flatMap((type) => spansOfType(subject, type).filter((span) => span.from <= today).flatMap((span) => {
    const untilOn = span.until !== null && span.until < today ? span.until : null
    const derived = deriveType(subject, type, untilOn ?? today)
    return derived === undefined ? [] : [{ type, fromOn: span.from, untilOn, ruleVersion: derived.rule.version, factIds: derived.because }]
  }))
}

/** What has to be written so that the kept history says what the rules say. */
export function compareHistories(kept: readonly KeptLine[], wanted: readonly HistoryLine[]) {
  const sameStart = (one: { type: ChildType; fromOn: LocalDate }) => (other: { type: ChildType; fromOn: LocalDate }) =>
    one.type === other.type && one.fromOn === other.fromOn
  return {
    added: wanted.filter((line) => !kept.some(sameStart(line))),
    voided: kept.filter((line) => !wanted.some(sameStart(line))),
    ended: kept.flatMap((line) => {
      const want = wanted.find(sameStart(line))
      return want !== undefined && want.untilOn !== line.untilOn ? [{ ...line, untilOn: want.untilOn, before: line.untilOn }] : []
    }),
  }
}
