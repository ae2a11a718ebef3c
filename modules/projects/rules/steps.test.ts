import { expect, it } from 'vitest'
import { awardStatuses, batchStatuses } from '../contract.ts'
import { mayFollowAward, mayFollowBatch, type AwardStep, type BatchStep } from './steps.ts'

const ofAward = (step: AwardStep) => awardStatuses.filter((status) => mayFollowAward(step, status))
const ofBatch = (step: BatchStep) => batchStatuses.filter((status) => mayFollowBatch(step, status))

it('an award is corrected, withdrawn or declined until it is listed, and again when its payment failed', () => {
  for (const step of ['correct', 'withdraw', 'decline'] as const) expect(ofAward(step))
    .toEqual(awardStatuses.filter((each) => ['applied', 'failed'].includes(each)))
})

it('an award is proved and visited after it was paid', () => {
  expect([ofAward('attach'), ofAward('visit')]).toEqual([['paid'], ['paid', 'received']])
})

it('a batch is filled as a draft, approved when handed in, and paid when approved', () => {
  expect([ofBatch('fill'), ofBatch('submit'), ofBatch('discard')]).toEqual([['draft'], ['draft'], ['draft']])
  expect([ofBatch('approve'), ofBatch('return'), ofBatch('pay'), ofBatch('settle')]).toEqual([['submitted'], ['submitted'], ['approved'], ['approved']])
})
