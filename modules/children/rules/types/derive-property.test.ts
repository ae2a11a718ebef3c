import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyDay, anySubject, lawOn, naiveTypesOn } from '../../commands/steps/sample-types.ts'
import { deriveTypes } from './derive.ts'
import type { RuleSubject } from './conditions.ts'

it('random facts and dates give exactly the types whose rules, read word by word, give them', () => {
  fc.assert(fc.property(anySubject, anyDay, isDerivedAsRead), { numRuns: 200 })
})

it('three types are derived as their decrees say', () => {
  fc.assert(fc.property(anySubject, anyDay, isDerivedByLaw), { numRuns: 200 })
})

function isDerivedAsRead(subject: RuleSubject, day: string) {
  expect(deriveTypes(subject, day).map(({ type }) => type)).toEqual(naiveTypesOn(subject, day))
}

function isDerivedByLaw(subject: RuleSubject, day: string) {
  const derived = deriveTypes(subject, day).map(({ type }) => type)
  for (const [type, isDue] of Object.entries(lawOn(subject, day))) expect([type, derived.includes(type as never)]).toEqual([type, isDue])
}
