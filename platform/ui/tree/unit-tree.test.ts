import { expect, test } from 'vitest'
import { branchesOf } from './unit-tree.ts'

const unit = (id: string, hasChildren: boolean) => ({ id, code: id, name: id, hasChildren })

test('only loaded levels are drawn; a unit whose level is not loaded can still be opened', () => {
  const levels = { '': [unit('city', true)], city: [unit('a', true), unit('b', false)] }
  const [city] = branchesOf(levels)
  expect(city?.children?.map(({ key, isLeaf, children }) => [key, isLeaf, children])).toEqual([
    ['a', false, undefined],
    ['b', true, undefined],
  ])
})
