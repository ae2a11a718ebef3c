import { addDays, addMonths, type LocalDate } from '#platform/values/local-date.ts'
import type { ChildType, FactKind, FactSubject } from '../../contract.ts'
import { birthdayOf } from '../age.ts'
import { intersectionOf, spanAt, unionOf, type Span } from '../spans.ts'

/** A fact as the rules see it. */
export type RuleFact = { id: string; subject: FactSubject; kind: FactKind; value: string; fromOn: LocalDate; untilOn: LocalDate | null }

/** What the rules look at: the birth date and the facts that stand. */
export type RuleSubject = { birthOn: LocalDate; facts: readonly RuleFact[] }

/** Is there such a fact, for so many months if that is asked? */
export type FactTest = {
  about: FactSubject
  kind: FactKind
  values: readonly string[]
  months?: number
  /** `term`: a known term of that length counts from its first day; `elapsed`: the months must have passed. */
  counted?: 'term' | 'elapsed'
}

/** A condition as data, so that a rule can be read, dated and shown. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { fact: FactTest }
  | { under: number }
  | { from: number }
  | { type: ChildType }

/** The days on which another type holds, for conditions that build on it. */
export type TypeSpans = (type: ChildType) => { spans: Span[]; because: (day: LocalDate) => string[] }

/** The days on which a condition holds. */
export function spansOf(condition: Condition, subject: RuleSubject, typeSpans: TypeSpans): Span[] {
  if ('all' in condition) return spansOfAll(condition.all, subject, typeSpans)
  if ('any' in condition) return unionOf(condition.any.flatMap((part) => spansOf(part, subject, typeSpans)))
  if ('under' in condition) return [{ from: subject.birthOn, until: addDays(birthdayOf(subject.birthOn, condition.under), -1) }]
  if ('from' in condition) return [{ from: birthdayOf(subject.birthOn, condition.from), until: null }]
  if ('type' in condition) return typeSpans(condition.type).spans
  return unionOf(factsFor(condition.fact, subject).flatMap((fact) => spanOfFact(fact, condition.fact)))
}

/** Facts stand last in a condition and most children lack them: looked at first, they save the rest. */
function spansOfAll(parts: readonly Condition[], subject: RuleSubject, typeSpans: TypeSpans): Span[] {
  let held: Span[] = [{ from: '0001-01-01', until: null }]
  for (const part of parts.toReversed()) {
    held = intersectionOf(held, spansOf(part, subject, typeSpans))
    if (held.length === 0) return held
  }
  return held
}

/** The facts that make a condition hold on a day; nothing when it does not hold. */
export function reasonsOn(condition: Condition, subject: RuleSubject, day: LocalDate, typeSpans: TypeSpans): string[] | undefined {
  if (spanAt(spansOf(condition, subject, typeSpans), day) === undefined) return undefined
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    return [...new Set(parts.flatMap((part) => reasonsOn(part, subject, day, typeSpans) ?? []))]
  }
  if ('type' in condition) return typeSpans(condition.type).because(day)
  if (!('fact' in condition)) return []
  return factsFor(condition.fact, subject)
    .filter((fact) => spanAt(spanOfFact(fact, condition.fact), day) !== undefined)
    .map((fact) => fact.id)
}

const factsFor = (test: FactTest, subject: RuleSubject): RuleFact[] =>
  subject.facts.filter((fact) => fact.subject === test.about && fact.kind === test.kind && test.values.includes(fact.value))

function spanOfFact(fact: RuleFact, test: FactTest): Span[] {
  const whole = { from: fact.fromOn, until: fact.untilOn }
  if (test.months === undefined) return [whole]
  const reached = addMonths(fact.fromOn, test.months)
  if (test.counted === 'term' && fact.untilOn !== null) return addDays(fact.untilOn, 1) >= reached ? [whole] : []
  return fact.untilOn !== null && fact.untilOn < reached ? [] : [{ from: reached, until: fact.untilOn }]
}
