import { describe, expect, it } from 'vitest'
import { columnFen, columnTotal, costClassOf, fundChanges, isNetAsset, mirrored, restrictionOf, type AccountFacts } from './dimensions.ts'

const account = (kind: AccountFacts['kind'], change: Partial<AccountFacts> = {}): AccountFacts => ({ kind, duty: null, costClass: null, ...change })
const fund = { id: 'fund', restriction: 'purpose' as const }

describe('the net assets of a fund', () => {
  it('are made of income, costs and net assets, not of what is owned and owed', () => {
    expect((['asset', 'liability', 'net-asset', 'income', 'cost'] as const).filter(isNetAsset)).toEqual(['net-asset', 'income', 'cost'])
  })

  it('belong to the class of the fund; costs and unrestricted net assets to none', () => {
    expect(restrictionOf(account('income'), fund)).toBe('purpose')
    expect(restrictionOf(account('income'), undefined)).toBe('none')
    expect(restrictionOf(account('cost'), fund)).toBe('none')
    expect(restrictionOf(account('net-asset', { duty: 'unrestricted' }), fund)).toBe('none')
    expect(restrictionOf(account('net-asset', { duty: 'restricted' }), fund)).toBe('purpose')
  })
})

it('a cost counts in the class its line says, else in that of its account; nothing else has one', () => {
  const cost = account('cost', { costClass: 'administration' })
  expect([costClassOf(cost, 'charity'), costClassOf(cost, null), costClassOf(account('income'), 'charity')]).toEqual(['charity', 'administration', null])
})

describe('what lines change of restricted funds', () => {
  const accounts = new Map([['cash', account('asset')], ['donations', account('income')], ['aid', account('cost')]])
  const funds = new Map([['b', { id: 'b', restriction: 'purpose' as const }], ['a', { id: 'a', restriction: 'time' as const }],
    ['free', { id: 'free', restriction: 'none' as const }]])
  const changes = (...lines: [accountId: string, fundId: string | null, amountFen: number][]) =>
    [...fundChanges(lines.map(([accountId, fundId, amountFen]) => ({ accountId, fundId, amountFen })), { accounts, funds })]

  it('is what income brings and costs take, fund by fund, in the order of their ids', () => {
    expect(changes(['cash', 'b', 500], ['donations', 'b', -500], ['aid', 'b', 200], ['cash', 'b', -200], ['donations', 'a', -70]))
      .toEqual([['a', 70], ['b', 300]])
  })

  it('is nothing for unrestricted funds, for no fund, and for accounts or funds that nobody knows', () => {
    expect(changes(['donations', 'free', -500], ['donations', null, -500], ['unknown', 'b', -500], ['donations', 'unknown', -500], ['cash', 'b', 500]))
      .toEqual([])
  })
})

describe('red letters', () => {
  it('take each line back in its own column', () => {
    expect(mirrored([{ side: 'debit', amountFen: 500 }, { side: 'credit', amountFen: -500 }]))
      .toEqual([{ side: 'debit', amountFen: -500 }, { side: 'credit', amountFen: 500 }])
  })

  it('stand as negative amounts in the column', () => {
    expect([
      columnFen({ side: 'debit', amountFen: 500 }), columnFen({ side: 'credit', amountFen: -500 }), columnFen({ side: 'debit', amountFen: -500 }),
      columnFen({ side: 'credit', amountFen: 500 }), columnFen({ side: 'credit', amountFen: 0 }),
    ]).toEqual([500, 500, -500, -500, 0])
  })

  it('lower the total of their column', () => {
    const lines = [{ side: 'debit' as const, amountFen: 500 }, { side: 'debit' as const, amountFen: -200 }, { side: 'credit' as const, amountFen: -700 }]
    expect([columnTotal(lines, 'debit'), columnTotal(lines, 'credit')]).toEqual([300, 700])
  })
})
