import { describe, expect, it } from 'vitest'
import { findAgreementIssues, findFitIssues, inOrderOfDays, isFulfilled, mayFollowAgreement, standingOf, totalOf } from './agreements.ts'

const today = '2026-03-16'
const part = (dueOn: string, amount = 100) => ({ dueOn, amount })
const pathsOf = (signedOn: string, ...instalments: { dueOn: string; amount: number }[]) =>
  findAgreementIssues({ signedOn, instalments }, today).map(({ path }) => path.join('.'))

describe('an agreement', () => {
  it('is signed by today and promises nothing before it was signed', () => {
    expect(pathsOf('2026-03-16', part('2026-03-16'), part('2026-04-16'))).toEqual([])
    expect(pathsOf('2026-03-17', part('2026-03-17'))).toEqual(['signedOn'])
    expect(pathsOf('2026-03-16', part('2026-03-15'), part('2026-03-20'))).toEqual(['instalments.0.dueOn'])
  })

  it('has one instalment for each day, and less than a thousand million yuan in all', () => {
    expect(pathsOf('2026-03-16', part('2026-04-01'), part('2026-05-01'), part('2026-04-01'))).toEqual(['instalments.2.dueOn'])
    expect(pathsOf('2026-03-16', part('2026-04-01', 50_000_000_000), part('2026-05-01', 49_999_999_999))).toEqual([])
    expect(pathsOf('2026-03-16', part('2026-04-01', 50_000_000_000), part('2026-05-01', 50_000_000_000))).toEqual(['instalments'])
    expect(totalOf([part('2026-04-01', 3), part('2026-05-01', 4)])).toBe(7)
  })

  it('counts its instalments from the earliest', () => {
    expect(inOrderOfDays([part('2026-05-01', 1), part('2026-04-01', 2), part('2027-01-01', 3)]).map(({ seq, amount }) => [seq, amount]))
      .toEqual([[1, 2], [2, 1], [3, 3]])
  })

  it('changes only while it is open', () => {
    expect((['open', 'fulfilled', 'ended'] as const).map((status) => mayFollowAgreement('end', status))).toEqual([true, false, false])
    expect(mayFollowAgreement('update', 'open')).toBe(true)
  })
})

describe('an instalment', () => {
  const standing = (dueOn: string, arrivedFen: number, status: 'open' | 'ended' = 'open') =>
    standingOf({ seq: 1, dueOn, amountFen: 100, arrivedFen }, { status, today })
  it('is late from the day after it was due, while less came than was promised and it is still waited for', () => {
    expect(standing('2026-03-16', 0)).toMatchObject({ isMet: false, isOverdue: false })
    expect(standing('2026-03-15', 99)).toMatchObject({ isMet: false, isOverdue: true })
    expect(standing('2026-03-15', 100)).toMatchObject({ isMet: true, isOverdue: false })
    expect(standing('2026-03-15', 0, 'ended')).toMatchObject({ isOverdue: false })
  })

  it('more than promised for one does not stand for another', () => {
    expect(isFulfilled([{ amountFen: 100, arrivedFen: 100 }, { amountFen: 100, arrivedFen: 150 }])).toBe(true)
    expect(isFulfilled([{ amountFen: 100, arrivedFen: 99 }, { amountFen: 100, arrivedFen: 150 }])).toBe(false)
  })

  it('is met by money of the same donor for the fund that was agreed', () => {
    const agreement = { donorId: 'd', fundId: 'f', count: 2 }
    const pathsOfGift = (change: object) =>
      findFitIssues({ agreement, gift: { donorId: 'd', fundId: 'f', form: 'money', instalment: 2, ...change } }).map(({ path }) => path[0])
    expect(pathsOfGift({})).toEqual([])
    expect(pathsOfGift({ donorId: 'x' })).toEqual(['agreementId'])
    expect(pathsOfGift({ fundId: 'x' })).toEqual(['fundId'])
    expect(pathsOfGift({ form: 'goods' })).toEqual(['agreementId'])
    expect(pathsOfGift({ instalment: 3 })).toEqual(['instalment'])
    expect(pathsOfGift({ instalment: undefined })).toEqual(['instalment'])
  })
})
