import { describe, expect, it } from 'vitest'
import type { Duty, AccountKind } from '../../contract.ts'
import { conversionLines, isExceeded, isUnplaced, mayBecome, proposeSuccessor, restFen, targetsOf, totalsOf, type MappedAccount,
  type Placed } from './conversion.ts'

const account = (code: string, name = code, more: { kind?: AccountKind; duty?: Duty | null; isLeaf?: boolean } = {}): MappedAccount =>
  ({ id: `id-${code}-${name}`, code, name, kind: 'asset', duty: null, isLeaf: true, ...more })
const placed = (amountFen: number, more: Partial<Placed> = {}): Placed =>
  ({ accountId: 'old', amountFen, fundId: null, projectId: null, projectLabel: null, restriction: 'none', successorId: 'new', parts: [], ...more })

describe('an old account', () => {
  it('becomes a new one of its kind and use that lines may be posted to', () => {
    const old = account('1101')
    expect(mayBecome(old, account('1501'))).toBe(true)
    expect(mayBecome(old, account('1501', 'x', { isLeaf: false }))).toBe(false)
    expect(mayBecome(old, account('2101', 'x', { kind: 'liability' }))).toBe(false)
    expect(mayBecome(account('1002', '银行', { duty: 'bank' }), account('1101'))).toBe(false)
  })
  it('is proposed the same number and name, else the name, else the number, else the only one of its use', () => {
    const next = [account('1101', '投资'), account('1201', '存货'), account('1301', '投资品'), account('1002', '人民币户', { duty: 'bank' })]
    const proposed = (code: string, name: string, duty: Duty | null = null) => proposeSuccessor(account(code, name, { duty }), next)?.code
    expect(proposed('1101', '投资')).toBe('1101')
    expect(proposed('1101', '存货')).toBe('1201')
    expect(proposed('1301', '别的')).toBe('1301')
    expect(proposed('1009', '外币户', 'bank')).toBe('1002')
    expect(proposed('1999', '别的')).toBeUndefined()
    expect(proposeSuccessor(account('1', '同名'), [account('7', '同名'), account('8', '同名')])).toBeUndefined()
  })
})

describe('a balance', () => {
  it('follows its account, less the parts that go elsewhere', () => {
    const split = placed(-1000, { parts: [{ accountId: 'other', amountFen: 300 }] })
    expect(restFen(split)).toBe(700)
    expect(targetsOf(split)).toEqual([{ accountId: 'new', amountFen: -700 }, { accountId: 'other', amountFen: -300 }])
    expect(targetsOf(placed(1000))).toEqual([{ accountId: 'new', amountFen: 1000 }])
    expect(targetsOf(placed(300, { parts: [{ accountId: 'other', amountFen: 300 }] }))).toEqual([{ accountId: 'other', amountFen: 300 }])
    expect(targetsOf(placed(300, { successorId: null }))).toEqual([])
  })
  it('has no place while its account becomes none, unless its parts take all of it', () => {
    expect([isUnplaced(placed(5, { successorId: null })), isUnplaced(placed(5)), isUnplaced(placed(0, { successorId: null }))]).toEqual([true, false, false])
    expect(isUnplaced(placed(-5, { successorId: null, parts: [{ accountId: 'other', amountFen: 5 }] }))).toBe(false)
  })
  it('is not exceeded by its parts', () => {
    const parts = [{ accountId: 'other', amountFen: 300 }]
    expect([isExceeded(placed(299, { parts })), isExceeded(placed(300, { parts })), isExceeded(placed(-300, { parts }))]).toEqual([true, false, false])
  })
})

describe('the lines of a conversion', () => {
  it('empty every old account and open the new ones to the fen, fund and project kept', () => {
    const lines = conversionLines([
      placed(1000, { fundId: 'fund', projectId: 'project', projectLabel: '助学', parts: [{ accountId: 'other', amountFen: 1 }] }),
      placed(-1000, { accountId: 'debt', successorId: 'owed' }), placed(0),
    ])
    expect(lines.map(({ accountId, side, amountFen, fundId, projectLabel }) => [accountId, side, amountFen, fundId, projectLabel])).toEqual([
      ['old', 'credit', -1000, 'fund', '助学'], ['new', 'debit', 999, 'fund', '助学'], ['other', 'debit', 1, 'fund', '助学'],
      ['debt', 'debit', 1000, null, null], ['owed', 'credit', -1000, null, null],
    ])
    expect(lines[0]).toMatchObject({ memo: '新旧科目衔接', projectId: 'project', costClass: null, flowItem: null })
    expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0)
  })
  it('stand in debit and credit', () => {
    expect(totalsOf([5, -3, 2, 0])).toEqual({ debitFen: 7, creditFen: 3 })
  })
})
