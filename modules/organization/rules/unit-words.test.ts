import { expect, it } from 'vitest'
import { countedAs, levelWords, kindWords, sortOf } from './unit-words.ts'

it('a division is counted and called by its level, any other unit by its kind', () => {
  expect([countedAs({ level: 'town', kind: 'division' }), countedAs({ level: 'town', kind: 'school' })]).toEqual(['town', 'school'])
  expect([sortOf({ level: 'town', kind: 'division' }), sortOf({ level: 'town', kind: 'school' })]).toEqual([levelWords.town, kindWords.school])
})
