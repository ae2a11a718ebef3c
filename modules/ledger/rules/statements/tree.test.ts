import { expect, it } from 'vitest'
import { depthOf, rolledUp } from './tree.ts'

const node = (accountId: string, parentId: string | null, debit: number, credit = 0) => ({ accountId, parentId, sums: { debit, credit } })

it('an account has its own sums and those of all below it', () => {
  const nodes = [node('1', null, 1), node('11', '1', 10, 5), node('111', '11', 100), node('12', '1', 1000)]
  expect(Object.fromEntries(rolledUp(nodes))).toEqual({
    1: { debit: 1111, credit: 5 }, 11: { debit: 110, credit: 5 }, 111: { debit: 100, credit: 0 }, 12: { debit: 1000, credit: 0 } })
  expect(nodes[0]?.sums.debit).toBe(1)
})

it('an account whose parent is not in the table adds to nothing', () => {
  expect(Object.fromEntries(rolledUp([node('11', '1', 10)]))).toEqual({ 11: { debit: 10, credit: 0 } })
})

it('an account stands as deep as accounts stand above it', () => {
  const parents = new Map([['1', null], ['11', '1'], ['111', '11']])
  expect(['1', '11', '111', 'unknown'].map((id) => depthOf(id, parents))).toEqual([0, 1, 2, 0])
})
