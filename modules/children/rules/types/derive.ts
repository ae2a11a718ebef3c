import type { LocalDate } from '#platform/values/local-date.ts'
import { childTypes, type ChildType } from '../../contract.ts'
import { nextBandBirthday } from '../age.ts'
import { intersectionOf, nextBoundary, spanAt, unionOf, type Span } from '../spans.ts'
import { reasonsOn, spansOf, type RuleSubject, type TypeSpans } from './conditions.ts'
import { typeRules, type TypeRule } from './catalogue.ts'

/** A type that holds on a day, since when, and why. */
export type Derived = { type: ChildType; since: LocalDate; because: string[]; rule: { version: number; source: string } }

/** What a child counts as on a day, by the rules in force on each day; several at once. */
export const deriveTypes = (subject: RuleSubject, day: LocalDate): Derived[] =>
  childTypes.flatMap((type) => deriveType(subject, type, day) ?? [])

/** Whether one type holds on a day, since when, and why. */
export function deriveType(subject: RuleSubject, type: ChildType, day: LocalDate): Derived | undefined {
  const { spans, because } = evaluate(subject)(type)
  const span = spanAt(spans, day)
  const rule = ruleOn(type, day)
  return span === undefined || rule === undefined
    ? undefined
    : { type, since: span.from, because: because(day), rule: { version: rule.version, source: rule.source } }
}

/** The days on which a type held, holds and, as far as is known, will hold. */
export const spansOfType = (subject: RuleSubject, type: ChildType): Span[] => evaluate(subject)(type).spans

/** The next day on which a type or the age band changes if nobody does anything. */
export function nextMilestone(subject: RuleSubject, day: LocalDate): LocalDate | undefined {
  const evaluation = evaluate(subject)
  const boundaries = childTypes.map((type) => nextBoundary(evaluation(type).spans, day))
  return [...boundaries, nextBandBirthday(subject.birthOn, day)].filter((boundary) => boundary !== undefined).toSorted()[0]
}

/** The version of a type's rule in force on a day. */
const ruleOn = (type: ChildType, day: LocalDate): TypeRule | undefined =>
  typeRules.find((rule) => rule.type === type && rule.validFrom <= day && (rule.validUntil === null || rule.validUntil >= day))

const evaluations = new WeakMap<RuleSubject, TypeSpans>()

/** Works out each type of a subject once, however often it is asked: types build on one another. */
function evaluate(subject: RuleSubject): TypeSpans {
  const done = evaluations.get(subject)
  if (done !== undefined) return done
  const known = new Map<ChildType, ReturnType<TypeSpans>>()
  const evaluation: TypeSpans = (type) => {
    const found = known.get(type) ?? {
      spans: unionOf(
        typeRules
          .filter((rule) => rule.type === type)
          .flatMap((rule) => intersectionOf([{ from: rule.validFrom, until: rule.validUntil }], spansOf(rule.when, subject, evaluation))),
      ),
      because: (day) => {
        const rule = ruleOn(type, day)
        return rule === undefined ? [] : (reasonsOn(rule.when, subject, day, evaluation) ?? [])
      },
    }
    known.set(type, found)
    return found
  }
  evaluations.set(subject, evaluation)
  return evaluation
}
