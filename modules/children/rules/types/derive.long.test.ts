import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyDay, anySubject, lawOn, naiveTypesOn } from '../../commands/steps/sample-types.ts'
import { deriveTypes } from './derive.ts'

it('twenty thousand children with random facts and dates have exactly the types their rules give', { timeout: 900_000 }, () => {
  fc.assert(
    fc.property(anySubject, anyDay, (subject, day) => {
      const derived = deriveTypes(subject, day).map(({ type }) => type)
      expect(derived).toEqual(naiveTypesOn(subject, day))
      for (const [type, isDue] of Object.entries(lawOn(subject, day))) expect([type, derived.includes(type as never)]).toEqual([type, isDue])
    }),
    { numRuns: 20_000 },
  )
})
