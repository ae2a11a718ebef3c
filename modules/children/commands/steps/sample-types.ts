import fc from 'fast-check'
import { addMonths, ageOn, type LocalDate } from '#platform/values/local-date.ts'
import { childTypes, factKinds, type ChildType, type FactKind, type FactSubject } from '../../contract.ts'
import { factRules } from '../../rules/fact-kinds.ts'
import { typeRules } from '../../rules/types/catalogue.ts'
import type { Condition, FactTest, RuleFact, RuleSubject } from '../../rules/types/conditions.ts'

/** What the catalogue says of one day, read word by word without spans: slow, and nothing in common with the way the product derives. */
export const naiveTypesOn = (subject: RuleSubject, day: LocalDate): ChildType[] => childTypes.filter((type) => holdsType(subject, type, day))

function holdsType(subject: RuleSubject, type: ChildType, day: LocalDate): boolean {
  return typeRules.some(
    (rule) =>
      rule.type === type && rule.validFrom <= day && (rule.validUntil === null || day <= rule.validUntil) && holds(rule.when, subject, day))
}

function holds(condition: Condition, subject: RuleSubject, day: LocalDate): boolean {
  if (day < subject.birthOn) return false
  if ('all' in condition) return condition.all.every((part) => holds(part, subject, day))
  if ('any' in condition) return condition.any.some((part) => holds(part, subject, day))
  if ('under' in condition) return ageOn(subject.birthOn, day) < condition.under
  if ('from' in condition) return ageOn(subject.birthOn, day) >= condition.from
  if ('type' in condition) return holdsType(subject, condition.type, day)
  return subject.facts.some((fact) => isMet(condition.fact, fact, day))
}

function isMet(test: FactTest, fact: RuleFact, day: LocalDate): boolean {
  if (fact.subject !== test.about || fact.kind !== test.kind || !test.values.includes(fact.value)) return false
  if (day < fact.fromOn || (fact.untilOn !== null && day > fact.untilOn)) return false
  if (test.months === undefined) return true
  const ripeOn = addMonths(fact.fromOn, test.months)
  // A term of that length counts from its first day; anything else once the months have passed.
  const isTerm = test.counted === 'term' && fact.untilOn !== null
  return isTerm ? addMonths(fact.fromOn, test.months) <= dayAfter(fact.untilOn ?? day) : day >= ripeOn
}

const dayAfter = (day: LocalDate): LocalDate => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Any day around those on which rules, birthdays and facts change. */
export const anyDay = fc.date({ min: new Date('2008-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10))

const anyFact = fc
  .record({ kind: fc.constantFrom(...factKinds), pick: fc.nat(), value: fc.nat(), from: anyDay, length: fc.option(fc.integer({ min: 0, max: 2000 })) })
  .map(({ kind, pick, value, from, length }, ): Omit<RuleFact, 'id'> => {
    const { subjects, values } = factRules[kind as FactKind]
    const codes = Object.keys(values)
    return {
      subject: subjects[pick % subjects.length] as FactSubject, kind, value: codes[value % codes.length] ?? '', fromOn: from,
      untilOn: length === null ? null : new Date(Date.parse(`${from}T00:00:00Z`) + length * 86_400_000).toISOString().slice(0, 10),
    }
  })

/** A child with any facts on any days. */
export const anySubject: fc.Arbitrary<RuleSubject> = fc
  .record({ birthOn: anyDay, facts: fc.array(anyFact, { maxLength: 12 }) })
  .map(({ birthOn, facts }) => ({ birthOn, facts: facts.map((fact, at) => ({ ...fact, id: String(at) })) }))

/** The words of the decrees themselves, for three types whose text is quoted in full; written without the catalogue. */
export function lawOn(subject: RuleSubject, day: LocalDate): Partial<Record<ChildType, boolean>> {
  const age = ageOn(subject.birthOn, day)
  const born = day >= subject.birthOn
  const now = subject.facts.filter((fact) => fact.fromOn <= day && (fact.untilOn === null || fact.untilOn >= day))
  const has = (about: FactSubject, ...words: string[]) => now.some((fact) => fact.subject === about && words.includes(`${fact.kind}:${fact.value}`))
  const dead = (parent: FactSubject) => has(parent, 'life:deceased', 'life:declared-dead')
  const away = (parent: FactSubject) => has(parent, 'work:away')
  const unfit = (parent: FactSubject) =>
    has(parent, 'ability:none', 'illness:severe', 'disability:grade-1', 'disability:grade-2', 'disability:grade-3-mental', 'disability:grade-4-mental')
  const left = has('child', 'living:apart') && ((away('father') && (away('mother') || unfit('mother'))) || (away('mother') && unfit('father')))
  return {
    orphan: born && day >= '2010-11-16' && age < 18 && ((dead('father') && dead('mother')) || has('child', 'parentage:foundling')),
    'left-behind': born && day >= '2016-02-04' && age < 16 && has('child', 'registration:rural') && left,
    'severe-illness-disability':
      born && day >= '2016-06-13' && age < 18 && has('child', 'disability:grade-1', 'disability:grade-2', 'illness:severe'),
  }
}
