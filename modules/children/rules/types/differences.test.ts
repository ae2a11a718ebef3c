import { expect, it } from 'vitest'
import { findDifferences, hasDifference } from './differences.ts'

it('names what is derived and not recognised, and the other way round', () => {
  expect(findDifferences(['orphan', 'hardship'], ['poor-family'])).toEqual({ missing: ['orphan'], extra: ['poor-family'] })
})

it('is a difference already when one side says more', () => {
  expect(hasDifference(['orphan', 'hardship'], [])).toBe(true)
  expect(hasDifference([], ['poor-family'])).toBe(true)
})

it('agrees when both say the same', () => {
  expect(hasDifference(['orphan', 'hardship', 'lost-kin'], ['orphan'])).toBe(false)
  expect(hasDifference([], [])).toBe(false)
})

it('困境儿童 alone covers every exact type, but must itself be derived', () => {
  expect(hasDifference(['poor-family', 'hardship'], ['hardship'])).toBe(false)
  expect(findDifferences([], ['hardship'])).toEqual({ missing: [], extra: ['hardship'] })
})

it('types that civil affairs does not know are not compared', () => {
  expect(hasDifference(['lost-schooling', 'temporary-hardship'], [])).toBe(false)
})
