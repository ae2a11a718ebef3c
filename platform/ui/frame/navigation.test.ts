import { expect, test } from 'vitest'
import type { NavigationEntry } from '../pages.ts'
import { sectionsFor } from './navigation.ts'

const entry = (path: string, rest: Partial<NavigationEntry> = {}): NavigationEntry => ({
  path,
  label: path,
  icon: null,
  group: 'work',
  order: 1,
  ...rest,
})

test('entries stand in order within their group, groups in the order of the house', () => {
  const sections = sectionsFor([entry('/figures', { group: 'figures' }), entry('/b', { order: 2 }), entry('/a')], () => true)
  expect(sections.map(section => [section.group, section.entries.map(one => one.path)])).toEqual([
    ['work', ['/a', '/b']],
    ['figures', ['/figures']],
  ])
})

test('a person sees no entry he may not open and no head without entries', () => {
  const may = (permission?: string) => permission === undefined
  expect(sectionsFor([entry('/a', { permission: 'x' }), entry('/b', { group: 'people' })], may).map(section => section.group)).toEqual([
    'people',
  ])
})
