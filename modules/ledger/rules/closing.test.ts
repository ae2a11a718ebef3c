import { describe, expect, it } from 'vitest'
import { closingChecks } from '../contract.ts'
import { carryOverLines, checklistOf, dueRelease, failedChecks, releaseLines, type ClosingFindings, type RestrictedFund, type YearBalance } from './closing.ts'

const fine = Object.fromEntries(closingChecks.map((name) => [name, 0])) as ClosingFindings
const netAssets = { unrestrictedId: 'free', restrictedId: 'held' }

describe('the checklist of a closing', () => {
  const failed = (findings: Partial<ClosingFindings>, isYearEnd = false) => failedChecks(checklistOf({ ...fine, ...findings }, { isYearEnd }))

  it('holds a month up by whatever is not fine', () => {
    expect(failed({})).toEqual([])
    expect(failed({ 'vouchers-open': 2, 'trial-balance': 1 })).toEqual(['vouchers-open', 'trial-balance'])
    expect(checklistOf({ ...fine, 'vouchers-open': 2 }, { isYearEnd: false })[0]).toEqual({ name: 'vouchers-open', count: 2, isFine: false, isBinding: true })
  })

  it('warns of a negative till and closes nevertheless', () => {
    expect(failed({ 'cash-not-negative': 1 })).toEqual([])
    expect(checklistOf({ ...fine, 'cash-not-negative': 1 }, { isYearEnd: true }).find(({ name }) => name === 'cash-not-negative'))
      .toMatchObject({ isFine: false, isBinding: false })
  })

  it('holds up only the end of a year by money that is promised', () => {
    expect([failed({ 'commitments-open': 1 }), failed({ 'commitments-open': 1 }, true)]).toEqual([[], ['commitments-open']])
  })
})

describe('what must be released of a restricted fund', () => {
  const fund: RestrictedFund = { id: 'fund', restriction: 'purpose', usableFrom: null, costFen: 500, releasedFen: 200, restrictedFen: 1000 }

  it('is what it paid for and was not released before', () => {
    expect(dueRelease(fund, '2026-03-31')).toBe(300)
  })

  it('is all that is left once the day has come from which it may be used', () => {
    const timed = { ...fund, restriction: 'time' as const, usableFrom: '2026-03-31' }
    expect([dueRelease(timed, '2026-03-30'), dueRelease(timed, '2026-03-31')]).toEqual([300, 1000])
    expect(dueRelease({ ...timed, restriction: 'purpose' }, '2026-03-31')).toBe(300)
    expect(dueRelease({ ...timed, usableFrom: null }, '2026-03-31')).toBe(300)
  })

  it('turns restricted into unrestricted net assets of the same fund, in balance; nothing is written for nothing', () => {
    expect(releaseLines([{ fundId: 'fund', amountFen: 300 }, { fundId: 'other', amountFen: 0 }], netAssets)).toMatchObject([
      { accountId: 'held', side: 'debit', amountFen: 300, fundId: 'fund', projectId: null, flowItem: null },
      { accountId: 'free', side: 'credit', amountFen: -300, fundId: 'fund' }])
  })
})

describe('at the end of a year', () => {
  const balance = (accountId: string, amountFen: number, change: Partial<YearBalance> = {}): YearBalance =>
    ({ accountId, amountFen, fundId: null, projectId: null, projectLabel: null, costClass: null, restriction: 'none', ...change })
  const lines = (...balances: YearBalance[]) => carryOverLines(balances, netAssets).map(({ accountId, side, amountFen, fundId }) =>
    `${accountId} ${side} ${amountFen} ${fundId}`)

  it('income and costs are emptied into net assets, and what they come to is what remains', () => {
    expect(lines(balance('income', -500), balance('cost', 200))).toEqual(['income debit 500 null', 'cost credit -200 null', 'free credit -300 null'])
    expect(lines(balance('income', -200), balance('cost', 500))).toEqual(['income debit 200 null', 'cost credit -500 null', 'free debit 300 null'])
  })

  it('each fund and each class by itself', () => {
    expect(lines(
      balance('income', -500, { fundId: 'a', restriction: 'purpose' }), balance('income', -70, { fundId: 'b', restriction: 'time' }),
      balance('cost', 200, { fundId: 'a' }),
    ).slice(3)).toEqual(['held credit -500 a', 'held credit -70 b', 'free debit 200 a'])
  })

  it('nothing is written for an account that is empty, nor for a sum that is nothing', () => {
    expect(lines(balance('income', 0))).toEqual([])
    expect(lines(balance('income', -500), balance('cost', 500))).toEqual(['income debit 500 null', 'cost credit -500 null'])
  })

  it('an account is emptied under the dimensions under which it was filled, and in balance', () => {
    const written = carryOverLines([balance('cost', 200, { projectId: 'p', projectLabel: '助学', costClass: 'charity' })], netAssets)
    expect(written[0]).toMatchObject({ projectId: 'p', projectLabel: '助学', costClass: 'charity', flowItem: null })
    expect(written[1]).toMatchObject({ projectId: null, costClass: null })
    expect(written.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0)
    for (const { memo } of written) expect(memo).toMatch(/结转/)
  })
})
