import { expect, it } from 'vitest'
import { childTypes, civilAffairsTypes } from '../contract.ts'
import { labelOf, measureOfCivilAffairsType, measureOfType, stockMeasures } from './measures.ts'

it('what we derive and what civil affairs recognised is counted apart, each under a name of its own', () => {
  const names = [...childTypes.map(measureOfType), ...civilAffairsTypes.map(measureOfCivilAffairsType)]
  expect(new Set(names).size).toBe(childTypes.length + civilAffairsTypes.length)
  expect(stockMeasures).toEqual(expect.arrayContaining(names))
  expect(new Set(stockMeasures).size).toBe(names.length + 3)
})

it('a child reads masked, with its age', () => {
  expect(labelOf({ maskedName: '张某', ageBand: '6-13' })).toBe('张某（6—13岁）')
})
