import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyKinds, type RatioRule } from '../contract.ts'
import { averageOf, findLeaveConflict, findNoteIssues, forecast, judge, ruleFor, type Grounds, type Standing } from './ratios.ts'

const rule = (change: Partial<RatioRule> = {}): RatioRule => ({
  bodyKind: 'public-foundation', validFrom: '2024-09-05', floorFen: 0, base: 'income', spendingPercent: 70, administrationPercent: 10, incomePercent: null,
  freeAdministrationFen: 0, source: '', isVerified: true, ...change,
})
const standing = (change: Partial<Standing> = {}): Standing => ({
  charityFen: 70, administrationFen: 10, spendingFen: 100, lastIncomeFen: 100, averageIncomeFen: null, lastNetAssetsFen: 0,
  averageNetAssetsFen: null, ...change,
})
const spending = (of: RatioRule, with_: Partial<Standing>) => judge(of, standing(with_), [])[0]
const administration = (of: RatioRule, with_: Partial<Standing>, notes: Grounds[] = []) => judge(of, standing(with_), notes)[1]
const note = (kind: Grounds['kind'], amountFen: number | null = null): Grounds => ({ ratio: 'administration', kind, amountFen })

describe('the row of the table that holds', () => {
  const table = [
    rule({ bodyKind: 'foundation', validFrom: '2016-09-01', floorFen: 0, spendingPercent: 8 }),
    rule({ bodyKind: 'foundation', validFrom: '2016-09-01', floorFen: 400, spendingPercent: 7 }),
    rule({ bodyKind: 'foundation', validFrom: '2016-09-01', floorFen: 800, spendingPercent: 6 }),
    rule({ bodyKind: 'society', validFrom: '2016-09-01', floorFen: 500, spendingPercent: 1 }),
    rule({ validFrom: '2016-09-01', spendingPercent: 69 }), rule(),
  ]
  const percentOf = (kind: RatioRule['bodyKind'], netAssetsFen: number, on = '2026-12-31') => ruleFor(table, { kind, on, netAssetsFen })?.spendingPercent
  it('is the highest step the net assets reach, the step itself included', () => {
    expect([399, 400, 799, 800, 9000].map((fen) => percentOf('foundation', fen))).toEqual([8, 7, 7, 6, 6])
  })
  it('is the lowest where net assets are eaten up', () => expect(percentOf('foundation', -5)).toBe(8))
  it('is of the latest version that had begun by the day', () => {
    expect(['2016-09-01', '2024-09-04', '2024-09-05'].map((on) => percentOf('public-foundation', 0, on))).toEqual([69, 69, 70])
  })
  it('is none before the first version, for a body the table does not know, and below its lowest step', () => {
    expect([percentOf('foundation', 0, '2016-08-31'), percentOf('public-society', 0), percentOf('society', 499)]).toEqual([undefined, undefined, undefined])
    expect(ruleFor([], { kind: 'society', on: '2026-01-01', netAssetsFen: 0 })).toBeNull()
  })
})

describe('spending on charitable activities', () => {
  it('is enough at seventy of a hundred, and one fen less is one too little', () => {
    expect(spending(rule(), { charityFen: 70 })).toEqual({
      ratio: 'spending', countedFen: 70, baseFen: 100, hundredths: 7000, limitPercent: 70, gapFen: 0, verdict: 'met', excuse: null })
    expect(spending(rule(), { charityFen: 69 })).toMatchObject({ verdict: 'short', gapFen: 1, hundredths: 6900, excuse: null })
  })
  it('is rounded up where the base does not divide, the percent shown down', () => {
    expect(spending(rule(), { charityFen: 70, lastIncomeFen: 101 })).toMatchObject({ verdict: 'short', gapFen: 1, hundredths: 6930 })
    expect(spending(rule(), { charityFen: 71, lastIncomeFen: 101 })).toMatchObject({ verdict: 'met', hundredths: 7029 })
  })
  it('may be measured by the average of three years instead, where income rules', () => {
    expect(spending(rule(), { charityFen: 56, averageIncomeFen: 80 })).toMatchObject({ verdict: 'met', excuse: 'average', gapFen: 0, baseFen: 100 })
    expect(spending(rule(), { charityFen: 55, averageIncomeFen: 80 })).toMatchObject({ verdict: 'short', excuse: null, gapFen: 15 })
    const byAssets = rule({ base: 'net-assets', spendingPercent: 8 })
    expect(spending(byAssets, { charityFen: 7, averageIncomeFen: 1, lastNetAssetsFen: 100 })).toMatchObject({ verdict: 'short', gapFen: 1 })
  })
  it('may be measured by the average of net assets of three years instead, where they rule', () => {
    const byAssets = rule({ base: 'net-assets', spendingPercent: 8 })
    const by = (charityFen: number, more: Partial<Standing> = {}) => spending(byAssets, {
      charityFen, lastNetAssetsFen: 200, averageNetAssetsFen: 100, ...more })
    expect(by(8)).toMatchObject({ verdict: 'met', excuse: 'average', gapFen: 0, baseFen: 200 })
    expect(by(7)).toMatchObject({ verdict: 'short', excuse: null, gapFen: 9 })
    expect(by(7, { averageNetAssetsFen: null, averageIncomeFen: 1 })).toMatchObject({ verdict: 'short' })
    const small = (charityFen: number, averageIncomeFen: number | null) => spending(rule({ base: 'net-assets', spendingPercent: 8, incomePercent: 50 }),
      { charityFen, lastNetAssetsFen: 1000, averageNetAssetsFen: 100, lastIncomeFen: 100, averageIncomeFen })
    expect([small(50, null), small(49, null), small(40, 80), small(39, 80)].map((judged) => judged?.verdict)).toEqual(['met', 'short', 'met', 'short'])
  })
  it('is measured by net assets where the table says so', () => {
    const byAssets = rule({ base: 'net-assets', spendingPercent: 8 })
    expect(spending(byAssets, { charityFen: 8, lastNetAssetsFen: 100, lastIncomeFen: null })).toMatchObject({ verdict: 'met', baseFen: 100, hundredths: 800 })
  })
  it('of a small society is measured by both', () => {
    const small = rule({ base: 'net-assets', spendingPercent: 8, incomePercent: 50 })
    expect(spending(small, { charityFen: 49, lastNetAssetsFen: 100 })).toMatchObject({ verdict: 'short', gapFen: 1 })
    expect(spending(small, { charityFen: 50, lastNetAssetsFen: 100 })).toMatchObject({ verdict: 'met' })
    expect(spending(small, { charityFen: 50, lastNetAssetsFen: 1000 })).toMatchObject({ verdict: 'short', gapFen: 30 })
    expect(spending(small, { lastNetAssetsFen: 100, lastIncomeFen: null })).toMatchObject({ verdict: 'unknown', baseFen: null })
  })
  it('cannot be judged while its base is not known, and asks nothing of nothing', () => {
    expect(spending(rule(), { lastIncomeFen: null })).toEqual({
      ratio: 'spending', countedFen: 70, baseFen: null, hundredths: null, limitPercent: 70, gapFen: 0, verdict: 'unknown', excuse: null })
    expect(spending(rule(), { charityFen: 0, lastIncomeFen: 0 })).toMatchObject({ verdict: 'met', hundredths: null, gapFen: 0 })
    expect(spending(rule(), { charityFen: 0, lastIncomeFen: -50 })).toMatchObject({ verdict: 'met', gapFen: 0 })
  })
})

describe('cost of administration', () => {
  it('may be a tenth, and not a fen more', () => {
    expect(administration(rule(), {})).toEqual({
      ratio: 'administration', countedFen: 10, baseFen: 100, hundredths: 1000, limitPercent: 10, gapFen: 0, verdict: 'met', excuse: null })
    expect(administration(rule(), { administrationFen: 11 })).toMatchObject({ verdict: 'short', gapFen: 1, hundredths: 1100, excuse: null })
    expect(administration(rule(), { administrationFen: 11, spendingFen: 109 })).toMatchObject({ verdict: 'short', gapFen: 1, hundredths: 1010 })
  })
  it('below the line of the rule is not bound, at the line it is', () => {
    const free = rule({ freeAdministrationFen: 20 })
    expect(administration(free, { administrationFen: 19 })).toMatchObject({ verdict: 'excused', excuse: 'free', gapFen: 9 })
    expect(administration(free, { administrationFen: 20 })).toMatchObject({ verdict: 'short', excuse: null })
  })
  it('is excused by a special case that was reported and published, not by an explanation', () => {
    expect(administration(rule(), { administrationFen: 15 }, [note('special-case')])).toMatchObject({ verdict: 'excused', excuse: 'special-case' })
    expect(administration(rule(), { administrationFen: 15 }, [note('explanation')])).toMatchObject({ verdict: 'short' })
    expect(administration(rule(), { administrationFen: 15 }, [{ ...note('special-case'), ratio: 'spending' }])).toMatchObject({ verdict: 'short' })
  })
  it('is excused by agreements as far as they reach, added up', () => {
    expect(administration(rule(), { administrationFen: 15 }, [note('agreement', 3), note('agreement', 2)])).toMatchObject({ excuse: 'agreement' })
    expect(administration(rule(), { administrationFen: 15 }, [note('agreement', 4)])).toMatchObject({ verdict: 'short', gapFen: 5 })
    expect(administration(rule(), { administrationFen: 11 }, [note('explanation', 5)])).toMatchObject({ verdict: 'short' })
  })
  it('of a year without any spending is over as far as there is any', () => {
    expect(administration(rule(), { administrationFen: 0, spendingFen: 0 })).toMatchObject({ verdict: 'met', hundredths: null })
    expect(administration(rule(), { administrationFen: 5, spendingFen: -9 })).toMatchObject({ verdict: 'short', gapFen: 5, hundredths: null })
  })
})

describe('the forecast', () => {
  it('goes on as so far', () => {
    expect(forecast(standing(), { elapsedDays: 73, yearDays: 365, promisedFen: 0 }))
      .toEqual({ ...standing(), charityFen: 350, administrationFen: 50, spendingFen: 500 })
  })
  it('spends at least what is promised', () => {
    expect(forecast(standing(), { elapsedDays: 73, yearDays: 365, promisedFen: 400 })).toMatchObject({ charityFen: 470, spendingFen: 620 })
  })
  it('of the last day is the day itself', () => {
    fc.assert(fc.property(fc.nat(1e9), fc.nat(1e9), (charityFen, restFen) => {
      const of = standing({ charityFen, administrationFen: restFen, spendingFen: charityFen + restFen })
      expect(forecast(of, { elapsedDays: 365, yearDays: 365, promisedFen: 0 })).toEqual(of)
    }))
  })
})

describe('the average of three years', () => {
  it('goes down to the fen', () => expect(averageOf([1, 2, 5])).toBe(2))
  it('is not known where one of them is not', () => expect([averageOf([1, null, 2]), averageOf([1, 2])]).toEqual([null, null]))
})

it('spending more on charity never makes a ratio worse', () => {
  fc.assert(fc.property(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9), fc.nat(1e9), (charityFen, more, administrationFen, lastIncomeFen) => {
    const of = (fen: number) => judge(rule(), standing({ charityFen: fen, administrationFen, spendingFen: fen + administrationFen, lastIncomeFen }), [])
    const [before, after] = [of(charityFen), of(charityFen + more)]
    for (const at of [0, 1]) expect(after[at]?.gapFen).toBeLessThanOrEqual(before[at]?.gapFen ?? 0)
  }))
})

describe('what is missing of a note', () => {
  const fields = (of: Partial<Parameters<typeof findNoteIssues>[0]>) =>
    findNoteIssues({ kind: 'explanation', ratio: 'administration', ...of }, '2026-03-16').map(({ path }) => path[0])
  const special = { kind: 'special-case', reportedOn: '2026-03-16', publishedOn: '2026-03-16', publishedWhere: '慈善中国' } as const
  it('is nothing for an explanation of either ratio', () => expect([fields({}), fields({ ratio: 'spending' })]).toEqual([[], []]))
  it('is the amount of an agreement, which no other note has', () => {
    expect([fields({ kind: 'agreement' }), fields({ kind: 'agreement', amount: 1 }), fields({ amount: 1 })]).toEqual([['amount'], [], ['amount']])
  })
  it('is where and when a special case was reported and published, today at the latest', () => {
    expect(fields({ kind: 'special-case' })).toEqual(['reportedOn', 'publishedOn', 'publishedWhere'])
    expect(fields(special)).toEqual([])
    expect(fields({ ...special, reportedOn: '2026-03-17', publishedOn: '2026-03-17' })).toEqual(['reportedOn', 'publishedOn'])
  })
  it('is the right ratio: only administration is excused', () => {
    expect(fields({ ...special, ratio: 'spending' })).toEqual(['ratio'])
    expect(fields({ kind: 'agreement', amount: 1, ratio: 'spending' })).toEqual(['ratio'])
  })
})

describe('what a body is taken for', () => {
  it('agrees with its leave to ask the public, one way and the other', () => {
    expect(bodyKinds.map((kind) => [findLeaveConflict(kind, true), findLeaveConflict(kind, false)]))
      .toEqual([[null, 'no-leave'], [null, 'no-leave'], ['leave', null], ['leave', null]])
  })

  it('is nothing for a committee, whatever lies recorded', () => expect([findLeaveConflict(null, true), findLeaveConflict(null, false)]).toEqual([null, null]))
})
