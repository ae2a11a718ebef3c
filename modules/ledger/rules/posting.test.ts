import { describe, expect, it } from 'vitest'
import type { Line } from './dimensions.ts'
import {
  findCommitmentProblem, findFundShortage, findPeriodProblem, findPostingProblem, findReversalProblem, findShapeProblem, freeFen, isByRule, isMadeByClosing,
  type KnownAccount, type KnownCommitment, type KnownFund, type Posting, type PostingGround,
} from './posting.ts'

const account = (id: string, change: Partial<KnownAccount> = {}): KnownAccount =>
  ({ id, code: `1${id}`, kind: 'asset', duty: null, costClass: null, isLeaf: true, closedOn: null, chartId: 'chart', ...change })
const fund = (id: string, change: Partial<KnownFund> = {}): KnownFund => ({ id, restriction: 'purpose', status: 'open', usableFrom: null, ...change })
const byId = <One extends { id: string }>(...all: One[]) => new Map(all.map((one) => [one.id, one]))

const ground: PostingGround = {
  bookStatus: 'open', periodStatus: 'open', chartId: 'chart',
  accounts: byId(account('cash'), account('aid', { kind: 'cost' }), account('held', { kind: 'net-asset', duty: 'restricted' })), funds: byId(fund('fund')),
}
const line = (accountId: string, amountFen: number, change: Partial<Line> = {}): Line => ({
  memo: '', accountId, side: amountFen < 0 ? 'credit' : 'debit', amountFen, fundId: null, projectId: null, projectLabel: null, costClass: null,
  flowItem: null, ...change,
})
const posting = (lines: Line[], change: Partial<Posting> = {}): Posting => ({ datedOn: '2026-03-16', kind: 'ordinary', lines, ...change })
const usual = [line('aid', 500, { fundId: 'fund' }), line('cash', -500, { fundId: 'fund' })]
const problem = (change: Partial<PostingGround>, lines = usual, of: Partial<Posting> = {}) => findPostingProblem(posting(lines, of), { ...ground, ...change })

describe('an entry', () => {
  it('is posted when nothing stands against it', () => {
    expect(problem({})).toBeUndefined()
  })

  it('has two lines at least, none of them zero, and debit is credit', () => {
    const lines = (...amounts: number[]) => findShapeProblem(amounts.map((amountFen) => ({ amountFen })))
    expect(lines(500)).toEqual({ code: 'TOO_FEW_LINES' })
    expect(lines(500, 0, -500)).toEqual({ code: 'ZERO_AMOUNT', data: { seq: 2 } })
    expect(lines(0, 500, -500)).toEqual({ code: 'ZERO_AMOUNT', data: { seq: 1 } })
    expect(lines(500, -300)).toEqual({ code: 'UNBALANCED', data: { differenceFen: 200 } })
    expect(lines(500, -300, -200)).toBeUndefined()
    expect(problem({}, [usual[0]!])).toEqual({ code: 'TOO_FEW_LINES' })
  })

  it('falls into an open month of open books', () => {
    expect(findPeriodProblem('2026-03-16', { bookStatus: 'closed', periodStatus: 'open' })).toEqual({ code: 'BOOK_CLOSED' })
    expect(findPeriodProblem('2026-03-16', { bookStatus: 'open', periodStatus: undefined })).toEqual({ code: 'PERIOD_MISSING', data: { month: 202603 } })
    expect(findPeriodProblem('2026-12-31', { bookStatus: 'open', periodStatus: 'closed' })).toEqual({ code: 'PERIOD_CLOSED', data: { month: 202612 } })
    expect(problem({ periodStatus: 'closed' })).toMatchObject({ code: 'PERIOD_CLOSED' })
  })

  it('names accounts of these books that have none below them', () => {
    expect(problem({ accounts: byId(account('cash')) })).toEqual({ code: 'NOT_OF_THESE_BOOKS' })
    expect(problem({ accounts: byId(account('aid', { kind: 'cost' }), account('cash', { isLeaf: false })) }))
      .toEqual({ code: 'ACCOUNT_NOT_LEAF', data: { seq: 2, code: '1cash' } })
  })

  it('names no account that is closed, also for a day before it was, unless a rule posts', () => {
    const accounts = (closedOn: string) => byId(account('aid', { kind: 'cost', closedOn }), account('cash'))
    expect(problem({ accounts: accounts('2026-03-16') })).toEqual({ code: 'ACCOUNT_CLOSED', data: { seq: 1, code: '1aid' } })
    expect(problem({ accounts: accounts('2026-03-17') })).toEqual({ code: 'ACCOUNT_CLOSED', data: { seq: 1, code: '1aid' } })
    expect(problem({ accounts: accounts('2026-03-16') }, usual, { kind: 'carry-over' })).toBeUndefined()
  })

  it('names accounts of the chart that holds, unless it brings balances over to another chart', () => {
    expect(problem({ chartId: 'other' })).toEqual({ code: 'ACCOUNT_NOT_VALID', data: { seq: 1, code: '1aid' } })
    expect(problem({ chartId: 'other' }, usual, { kind: 'conversion' })).toBeUndefined()
    expect(problem({ chartId: 'other' }, usual, { kind: 'release' })).toMatchObject({ code: 'ACCOUNT_NOT_VALID' })
  })
})

describe('the fund of a line', () => {
  it('is one of these books', () => {
    expect(problem({ funds: new Map() })).toEqual({ code: 'NOT_OF_THESE_BOOKS' })
    expect(problem({}, [line('aid', 500), line('cash', -500)])).toBeUndefined()
  })

  it('must be named, and be a restricted one, for restricted net assets', () => {
    const lines = (fundId: string | null) => [line('cash', 500), line('held', -500, { fundId })]
    expect(problem({}, lines(null))).toEqual({ code: 'FUND_NEEDED', data: { seq: 2 } })
    expect(problem({ funds: byId(fund('fund', { restriction: 'none' })) }, lines('fund'))).toEqual({ code: 'FUND_NEEDED', data: { seq: 2 } })
    expect(problem({}, lines('fund'))).toBeUndefined()
  })

  it('is open, unless a rule posts', () => {
    const funds = byId(fund('fund', { status: 'closed' }))
    expect(problem({ funds })).toEqual({ code: 'FUND_CLOSED', data: { seq: 1 } })
    expect(problem({ funds }, usual, { kind: 'release' })).toBeUndefined()
  })

  it('pays no cost before the day from which it may be used; a cost may be taken back, and it may be received', () => {
    const funds = (usableFrom: string) => byId(fund('fund', { restriction: 'time', usableFrom }))
    expect(problem({ funds: funds('2026-03-17') })).toEqual({ code: 'FUND_NOT_YET', data: { usableFrom: '2026-03-17' } })
    expect(problem({ funds: funds('2026-03-16') })).toBeUndefined()
    expect(problem({ funds: funds('2026-03-17') }, [line('aid', -500, { fundId: 'fund' }), line('cash', 500, { fundId: 'fund' })])).toBeUndefined()
    expect(problem({ funds: funds('2026-03-17') }, [line('cash', 500, { fundId: 'fund' }), line('held', -500, { fundId: 'fund' })])).toBeUndefined()
  })
})

it('releases, carry-overs and conversions are posted by rule', () => {
  expect([isByRule('release'), isByRule('carry-over'), isByRule('conversion'), isByRule('ordinary'), isByRule('opening')])
    .toEqual([true, true, true, false, false])
})

it('closings post releases and carry-overs; a conversion is drafted, and may be reversed', () => {
  expect([isMadeByClosing('release'), isMadeByClosing('carry-over'), isMadeByClosing('conversion'), isMadeByClosing('ordinary')])
    .toEqual([true, true, false, false])
})

describe('a restricted fund', () => {
  const before = { balanceFen: 1000, reservedFen: 400 }
  const shortage = (balanceFen: number, reservedFen: number) => findFundShortage('fund', before, { balanceFen, reservedFen })

  it('has free what is neither spent nor promised', () => {
    expect(freeFen(before)).toBe(600)
  })

  it('bears spending and promising down to nothing, and no more', () => {
    expect([shortage(-600, 0), shortage(0, 600), shortage(-400, -400), shortage(-1000, -400)]).toEqual([undefined, undefined, undefined, undefined])
    expect(shortage(-601, 0)).toEqual({ code: 'FUND_EXCEEDED', data: { fundId: 'fund', freeFen: 600 } })
    expect(shortage(0, 601)).toEqual({ code: 'FUND_EXCEEDED', data: { fundId: 'fund', freeFen: 600 } })
  })

  it('that is short already may receive, and never has less than nothing free', () => {
    expect(findFundShortage('fund', { balanceFen: 100, reservedFen: 400 }, { balanceFen: 50, reservedFen: 0 })).toBeUndefined()
    expect(findFundShortage('fund', { balanceFen: 100, reservedFen: 400 }, { balanceFen: -1, reservedFen: 0 }))
      .toEqual({ code: 'FUND_EXCEEDED', data: { fundId: 'fund', freeFen: 0 } })
    expect(findFundShortage('fund', { balanceFen: 100, reservedFen: 400 }, { balanceFen: 0, reservedFen: 0 })).toBeUndefined()
  })
})

describe('a promise', () => {
  const commitment: KnownCommitment = { fundId: 'fund', amountFen: 500, paidFen: 200, status: 'reserved', expiresOn: '2026-03-31' }
  const paying = (takenFen: number, change: Partial<KnownCommitment> = {}, datedOn = '2026-03-16') =>
    findCommitmentProblem({ ...commitment, ...change }, { takenFen, datedOn })?.code

  it('is paid as far as something is left of it', () => {
    expect([paying(300), paying(1)]).toEqual([undefined, undefined])
    expect(findCommitmentProblem(commitment, { takenFen: 301, datedOn: '2026-03-16' })).toEqual({ code: 'COMMITMENT_EXCEEDED', data: { leftFen: 300 } })
  })

  it('is paid by an entry that takes from its fund', () => {
    expect([paying(0), paying(-1)]).toEqual(['COMMITMENT_UNUSED', 'COMMITMENT_UNUSED'])
  })

  it('is not paid when it was paid, released or has expired', () => {
    expect([paying(1, { status: 'paid' }), paying(1, { status: 'released' }), paying(1, { status: 'expired', expiresOn: null })])
      .toEqual(['COMMITMENT_PAID', 'COMMITMENT_RELEASED', 'COMMITMENT_EXPIRED'])
    expect([paying(1, {}, '2026-03-31'), paying(1, {}, '2026-04-01'), paying(1, { expiresOn: null }, '2036-04-01')])
      .toEqual([undefined, 'COMMITMENT_EXPIRED', undefined])
  })
})

it('a journal is reversed once, and a reversal never', () => {
  expect(findReversalProblem({ reversesId: null, isReversed: false })).toBeUndefined()
  expect(findReversalProblem({ reversesId: null, isReversed: true })).toEqual({ code: 'REVERSED_BEFORE' })
  expect(findReversalProblem({ reversesId: 'other', isReversed: false })).toEqual({ code: 'REVERSAL_OF_REVERSAL' })
})
