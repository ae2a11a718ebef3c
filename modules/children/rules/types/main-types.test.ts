import { expect, it } from 'vitest'
import { childTypes } from '../../contract.ts'
import { isGatheringType, mainTypesOf } from './main-types.ts'

it('a list shows exact types and leaves out those that only gather them', () => {
  expect(mainTypesOf(['orphan', 'hardship', 'minor-in-hardship'])).toEqual(['orphan'])
})

it('a child that is only in hardship is still shown as that', () => {
  expect(mainTypesOf(['hardship', 'own-hardship'])).toEqual(['hardship'])
  expect(mainTypesOf([])).toEqual([])
})

it('hardship of every sort and 留守未成年人 only gather; each other type says something itself', () => {
  expect(childTypes.filter((type) => isGatheringType(type) !== (/hardship$|-minor$/.test(type) && type !== 'temporary-hardship'))).toEqual([])
})
