import { describe, expect, it } from 'vitest'
import { addDays, addYears } from '#platform/values/local-date.ts'
import { childTypes, type ChildType, type FactKind, type FactSubject } from '../../contract.ts'
import { factRules } from '../fact-kinds.ts'
import { isSensitiveType } from './catalogue.ts'
import type { RuleFact } from './conditions.ts'
import { deriveTypes } from './derive.ts'

// What the decrees say, written down a second time: fact by fact, and for each type its first day and its ages.

/** A fact as `about kind value`, since long ago. */
const read = (text: string, fromOn: string): RuleFact => {
  const [subject, kind, value] = text.split(' ') as [FactSubject, FactKind, string]
  return { id: text, subject, kind, value, fromOn, untilOn: null }
}
const day = '2026-03-16'
/** The types of a child of ten, or of another age, of whom these facts are known. */
const typesOf = (texts: readonly string[], birthOn = addYears(day, -10), on = day) =>
  deriveTypes({ birthOn, facts: texts.map((text) => read(text, addYears(on, -3))) }, on).map(({ type }) => type).toSorted()

const everyFact = Object.entries(factRules).flatMap(([kind, { subjects, values }]) =>
  subjects.flatMap((subject) => Object.keys(values).map((value) => `${subject} ${kind} ${value}`)))

describe('one fact alone', () => {
  const poor = ['family-hardship', 'hardship', 'minor-in-hardship', 'poor-family']
  const ill = ['hardship', 'minor-in-hardship', 'own-hardship', 'severe-illness-disability']
  const disabled = ['hardship', 'minor-in-hardship', 'own-hardship']
  const inmate = ['family-hardship', 'hardship', 'inmate-child', 'minor-in-hardship']
  const abused = ['abused', 'hardship', 'minor-in-hardship', 'safety-hardship']
  const makes: Readonly<Record<string, readonly string[]>> = {
    'father life deceased': ['lost-kin'], 'father life declared-dead': ['lost-kin'], 'mother life deceased': ['lost-kin'],
    'mother life declared-dead': ['lost-kin'],
    'child parentage foundling': ['hardship', 'lost-kin', 'minor-in-hardship', 'orphan'],
    'father custody imprisoned': inmate, 'father custody detox': inmate, 'mother custody imprisoned': inmate, 'mother custody detox': inmate,
    'child disability grade-1': ill, 'child disability grade-2': ill, 'child illness severe': ill,
    'child disability grade-3-mental': disabled, 'child disability grade-4-mental': disabled, 'child disability grade-3': disabled,
    'child disability grade-4': disabled,
    'child illness hiv': ['hiv-infected', 'minor-in-hardship', 'own-hardship'],
    'household economy extreme-poverty': ['extreme-poverty', 'family-hardship', 'hardship', 'minor-in-hardship'],
    'household economy subsistence-allowance': poor, 'household economy low-income': poor, 'household economy high-expenditure': poor,
    'household economy sudden': ['minor-in-hardship', 'temporary-hardship'],
    'child guardianship missing': ['lost-supervision', 'safety-hardship'], 'child supervision unattended': ['lost-supervision'],
    'child harm abuse': abused, 'child harm violation': abused, 'child harm trafficked': ['hardship', 'minor-in-hardship', 'rescued', 'safety-hardship'],
    'child schooling dropped-out': ['lost-schooling'], 'child schooling not-enrolled': ['lost-schooling'],
    'child conduct serious-misconduct': ['lost-conduct'], 'child conduct offence': ['lost-conduct'],
    'child residence away-with-guardian': ['migrant'],
  }

  it('can be known if it makes a type', () => {
    expect(Object.keys(makes).filter((fact) => !everyFact.includes(fact))).toEqual([])
  })

  it.each(everyFact)('makes what the decrees say, or nothing: %s', (fact) => expect(typesOf([fact])).toEqual(makes[fact] ?? []))
})

describe('facts together', () => {
  const unable = ['disability grade-1', 'disability grade-2', 'disability grade-3-mental', 'disability grade-4-mental', 'illness severe',
    'custody imprisoned', 'custody detox', 'custody restricted', 'contact lost', 'life declared-missing', 'rights revoked', 'rights deported']
  const ofFather = everyFact.filter((fact) => fact.startsWith('father ')).map((fact) => fact.slice('father '.length))

  it.each(ofFather)('a child with one parent dead has nobody to support it where the other: %s', (fact) => {
    for (const [one, other] of [['father', 'mother'], ['mother', 'father']]) {
      expect(typesOf([`${one} ${fact}`, `${other} life deceased`]).includes('de-facto-unsupported')).toBe(unable.includes(fact))
    }
  })

  it('a child with nobody to support it is in hardship of its family', () => {
    expect(typesOf(['father contact lost', 'mother contact lost'])).toEqual(['de-facto-unsupported', 'family-hardship', 'hardship', 'minor-in-hardship'])
    expect(typesOf(['father life declared-dead', 'mother illness severe'])).toContain('de-facto-unsupported')
  })

  it('a parent is out of contact when six months have passed', () => {
    const facts = [read('father life deceased', '2020-01-01'), read('mother contact lost', '2025-10-01')]
    const isUnsupported = (on: string) => deriveTypes({ birthOn: '2015-05-20', facts }, on).some(({ type }) => type === 'de-facto-unsupported')
    expect([isUnsupported('2026-03-31'), isUnsupported('2026-04-01')]).toEqual([false, true])
  })

  it('harm where nobody guards, or guards badly', () => {
    for (const harm of ['abandonment', 'accident']) {
      expect(typesOf([`child harm ${harm}`, 'child guardianship improper'])).toEqual(['guardianship-harm', 'hardship', 'minor-in-hardship', 'safety-hardship'])
    }
    for (const harm of ['abuse', 'violation']) expect(typesOf([`child harm ${harm}`, 'child guardianship missing'])).toContain('guardianship-harm')
    expect(typesOf(['child harm trafficked', 'child guardianship missing'])).not.toContain('guardianship-harm')
    expect(typesOf(['child harm accident', 'child guardianship poor'])).toEqual([])
  })

  it('a child lives apart from a parent away, while the other is away too or cannot guard', () => {
    const cannotGuard = ['ability none', 'disability grade-1', 'disability grade-4-mental', 'illness severe', 'work away']
    const rural = ['child registration rural', 'child living apart']
    for (const fact of ofFather) {
      const isLeft = cannotGuard.includes(fact) || unable.slice(0, 5).includes(fact)
      expect(typesOf([...rural, 'mother work away', `father ${fact}`]).includes('left-behind'), fact).toBe(isLeft)
      expect(typesOf(['child living apart', 'father work away', `mother ${fact}`]).includes('left-behind-minor'), fact).toBe(isLeft)
    }
    expect(typesOf(['child registration rural', 'father work away', 'mother work away'])).toEqual([])
  })
})

/** For each type: facts that make it, the day since which it is known, and the ages at which it holds. */
const known: Record<ChildType, { facts: readonly string[]; since: string; from?: number; under?: number }> = {
  orphan: { facts: ['child parentage foundling'], since: '2010-11-16' },
  'de-facto-unsupported': { facts: ['father life deceased', 'mother illness severe'], since: '2020-01-01' },
  'left-behind': { facts: ['child registration rural', 'child living apart', 'father work away', 'mother work away'], since: '2016-02-04', under: 16 },
  'extreme-poverty': { facts: ['household economy extreme-poverty'], since: '2016-06-13', under: 16 },
  'severe-illness-disability': { facts: ['child illness severe'], since: '2016-06-13' },
  'poor-family': { facts: ['household economy low-income'], since: '2016-06-13' },
  'hiv-infected': { facts: ['child illness hiv'], since: '2016-06-13' },
  'guardianship-harm': { facts: ['child guardianship missing', 'child harm accident'], since: '2016-06-13' },
  'inmate-child': { facts: ['father custody detox'], since: '2016-06-13' },
  rescued: { facts: ['child harm trafficked'], since: '2016-06-13' },
  abused: { facts: ['child harm abuse'], since: '2016-06-13' },
  hardship: { facts: ['child disability grade-4'], since: '2016-06-13' },
  'own-hardship': { facts: ['child disability grade-4'], since: '2016-06-13' },
  'family-hardship': { facts: ['household economy low-income'], since: '2016-06-13' },
  'safety-hardship': { facts: ['child guardianship missing'], since: '2016-06-13' },
  'temporary-hardship': { facts: ['household economy sudden'], since: '2016-06-13' },
  migrant: { facts: ['child residence away-with-guardian'], since: '2024-01-01', under: 16 },
  'left-behind-minor': { facts: ['child living apart', 'father work away', 'mother work away'], since: '2021-06-01' },
  'minor-in-hardship': { facts: ['household economy sudden'], since: '2021-06-01' },
  'lost-conduct': { facts: ['child conduct offence'], since: '2010-01-01' },
  'lost-supervision': { facts: ['child supervision unattended'], since: '2010-01-01' },
  'lost-schooling': { facts: ['child schooling dropped-out'], since: '2010-01-01', from: 6 },
  'lost-work': { facts: ['child employment unemployed'], since: '2010-01-01', from: 16 },
  'lost-kin': { facts: ['father life deceased'], since: '2010-01-01' },
}

describe.each(childTypes)('%s', (type) => {
  const { facts, since, from = 0, under = 18 } = known[type]
  const age = Math.max(from, 3)

  it('is known since its decree', () => {
    expect(typesOf(facts, addYears(since, -age), since)).toContain(type)
    expect(typesOf(facts, addYears(addDays(since, -1), -age), addDays(since, -1))).not.toContain(type)
  })

  it('holds until the birthday on which it ends', () => {
    expect(typesOf(facts, addDays(addYears(day, -under), 1))).toContain(type)
    expect(typesOf(facts, addYears(day, -under))).not.toContain(type)
  })
})

describe.each(childTypes.filter((type) => known[type].from !== undefined))('%s', (type) => {
  const { facts, from = 0 } = known[type]

  it('holds from the birthday on which it begins', () => {
    expect(typesOf(facts, addYears(day, -from))).toContain(type)
    expect(typesOf(facts, addDays(addYears(day, -from), 1))).not.toContain(type)
  })
})

it('types whose word alone would harm stay off lists', () => {
  expect(childTypes.filter(isSensitiveType).toSorted()).toEqual(['abused', 'hiv-infected', 'inmate-child', 'lost-conduct', 'rescued'])
})
