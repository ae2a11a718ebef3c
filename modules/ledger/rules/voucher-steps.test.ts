import { expect, it } from 'vitest'
import { voucherStatuses } from '../contract.ts'
import { areLinesTyped, byRule, isSamePerson, mayFollow, waitsForSecond } from './voucher-steps.ts'

it('a voucher is made, submitted, reviewed and posted in this order; what is posted is only reversed', () => {
  const from = (step: Parameters<typeof mayFollow>[0]) => voucherStatuses.filter((status) => mayFollow(step, status))
  expect([from('submit'), from('review'), from('post'), from('reverse')]).toEqual([['draft'], ['submitted'], ['reviewed'], ['posted']])
  expect([from('edit'), from('discard'), from('return')]).toEqual([['draft'], ['draft'], ['submitted', 'reviewed']])
})

it('papers are added until it is discarded, and taken away until it is reviewed', () => {
  expect(voucherStatuses.filter((status) => mayFollow('attach', status))).toEqual(['draft', 'submitted', 'reviewed', 'posted'])
  expect(voucherStatuses.filter((status) => mayFollow('detach', status))).toEqual(['draft', 'submitted'])
})

it('maker, reviewer and poster are three people', () => {
  const hands = { madeBy: 'maker', reviewedBy: 'reviewer' }
  expect([isSamePerson('review', hands, 'maker'), isSamePerson('post', hands, 'maker'), isSamePerson('post', hands, 'reviewer')]).toEqual([true, true, true])
  expect([isSamePerson('review', hands, 'reviewer'), isSamePerson('post', hands, 'poster')]).toEqual([false, false])
})

it('lines are typed unless they follow from what was posted before', () => {
  const plain = { isGathered: false, reversesId: null, kind: 'ordinary' as const }
  expect([areLinesTyped(plain), areLinesTyped({ ...plain, kind: 'opening' })]).toEqual([true, true])
  expect([areLinesTyped({ ...plain, isGathered: true }), areLinesTyped({ ...plain, reversesId: 'other' }), areLinesTyped({ ...plain, kind: 'conversion' })])
    .toEqual([false, false, false])
})

it('a voucher a closing posted by rule waits until a second person put the own name to it', () => {
  const made = { kind: 'release' as const, status: 'posted' as const, reviewedName: byRule }
  expect([waitsForSecond(made), waitsForSecond({ ...made, kind: 'carry-over' })]).toEqual([true, true])
  expect([waitsForSecond({ ...made, reviewedName: '吕会计' }), waitsForSecond({ ...made, kind: 'ordinary' }), waitsForSecond({ ...made, status: 'draft' })])
    .toEqual([false, false, false])
  expect([mayFollow('countersign', 'posted'), mayFollow('countersign', 'reviewed')]).toEqual([true, false])
})
