import { expect, it } from 'vitest'
import { colours, Terms } from '../contract.ts'
import { childLabelOf, colourWords, stepWords, termWords, unservedWords } from './words.ts'

it('a child is called by its masked name and its age', () => {
  expect(childLabelOf({ maskedName: '张某', ageBand: '6-13' })).toBe('张某 · 6—13岁')
})

it('each colour and each term has a word of its own', () => {
  expect(Object.keys(colourWords)).toEqual([...colours])
  expect(Object.keys(termWords).toSorted()).toEqual(Object.keys(Terms.shape).toSorted())
  for (const words of [colourWords, termWords, unservedWords]) expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
  expect(new Set(stepWords).size).toBe(4)
})
