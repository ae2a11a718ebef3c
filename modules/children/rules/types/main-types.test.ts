import { expect, it } from 'vitest'
import { mainTypesOf } from './main-types.ts'

it('a list shows exact types and leaves out those that only gather them', () => {
  expect(mainTypesOf(['orphan', 'hardship', 'minor-in-hardship'])).toEqual(['orphan'])
})

it('a child that is only in hardship is still shown as that', () => {
  expect(mainTypesOf(['hardship', 'own-hardship'])).toEqual(['hardship'])
  expect(mainTypesOf([])).toEqual([])
})
