import { describe, expect, it } from 'vitest'
import { balancingText, differenceOf, draftLine, emptyLine, findLineProblem, isAccountLike, isNoAmount, sentLine, totalOf,
  type DraftLine } from './voucher-draft.ts'

const line = (change: Partial<DraftLine>): DraftLine => ({ ...emptyLine('a', '收捐款'), accountId: 'x', ...change })

describe('a voucher while it is typed', () => {
  it('shows what is missing, line by line', () => {
    const lines = [line({ key: 'a', debit: '1,200.50' }), line({ key: 'b', credit: '200' })]
    expect(differenceOf(lines)).toBe(100_050)
    expect(totalOf(lines, 'debit')).toBe(120_050)
  })

  it('is balanced by one key, on either side, also in red letters', () => {
    const lines = [line({ key: 'a', debit: '1200' }), line({ key: 'b' })]
    expect(balancingText(lines, 'b', 'credit')).toBe('1200.00')
    expect(balancingText(lines, 'b', 'debit')).toBe('-1200.00')
    expect(balancingText([line({ key: 'b', debit: '5' })], 'b', 'debit')).toBe('')
  })

  it('asks for words, an account, and one amount in each line that is not blank', () => {
    expect(findLineProblem(emptyLine('a'))).toBeUndefined()
    expect(findLineProblem(line({ debit: '5', memo: ' ' }))).toBe('memo')
    expect(findLineProblem(line({ debit: '5', accountId: undefined }))).toBe('account')
    expect(findLineProblem(line({}))).toBe('amount')
    expect(findLineProblem(line({ debit: '5.123' }))).toBe('amount')
    for (const side of ['debit', 'credit']) expect(findLineProblem(line({ [side]: '５' }))).toBe('half-width')
    expect(findLineProblem(line({ debit: '5', credit: '5' }))).toBe('two-amounts')
    expect(findLineProblem(line({ credit: '-5' }))).toBeUndefined()
  })

  it('takes no amount of a billion yuan, and no word', () => {
    expect(isNoAmount('1000000000')).toBe(true)
    expect(isNoAmount('五百')).toBe(true)
    expect(isNoAmount('999999999.99')).toBe(false)
  })

  it('comes back as it was sent, red letters too', () => {
    const red = draftLine({ memo: '冲销', accountId: 'x', side: 'credit', amountFen: 500, fundId: null, projectId: null }, 'a')
    expect(red).toMatchObject({ credit: '-5.00', debit: '' })
    expect(sentLine(red)).toEqual({ memo: '冲销', accountId: 'x', side: 'credit', amount: '-5.00' })
    expect(sentLine(line({ debit: '7', fundId: 'f' }))).toEqual({ memo: '收捐款', accountId: 'x', side: 'debit', amount: '7', fundId: 'f' })
    const named = draftLine({ memo: '助学', accountId: 'x', side: 'debit', amountFen: 500, fundId: 'f', projectId: 'p' }, 'a')
    expect(sentLine(named)).toEqual({ memo: '助学', accountId: 'x', side: 'debit', amount: '5.00', fundId: 'f', projectId: 'p' })
  })

  it('finds an account by number, name or initials', () => {
    const bank = { code: '1002', name: '银行存款', initials: 'yhck' }
    expect(['10', '存款', 'YHC', ' yhck'].map((wanted) => isAccountLike(bank, wanted))).toEqual([true, true, true, true])
    expect(isAccountLike(bank, '002')).toBe(false)
  })
})
