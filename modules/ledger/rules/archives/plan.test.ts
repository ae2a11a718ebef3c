import { describe, expect, it } from 'vitest'
import { planParts } from './plan.ts'

const account = (code: string, lines: number) => ({ id: `id-${code}`, code, lines })

describe('the files of an archive', () => {
  it('are the vouchers by number, then the books', () => {
    const parts = planParts({ lastNumber: 161, accounts: [account('1001', 5), account('1002', 6)] })
    expect(parts.map(({ kind, title }) => [kind, title])).toEqual([
      ['vouchers', '记账凭证1至80号'], ['vouchers', '记账凭证81至160号'], ['vouchers', '记账凭证161至161号'], ['trial-balance', '科目余额表'],
      ['general-ledger', '总账'], ['details', '明细账1001至1002']])
    expect(parts[1]).toEqual({ kind: 'vouchers', title: '记账凭证81至160号', fromNumber: 81, untilNumber: 160, accountIds: [] })
    expect(parts[5]).toMatchObject({ fromNumber: null, untilNumber: null, accountIds: ['id-1001', 'id-1002'] })
  })
  it('hold whole accounts; a file is full with two thousand lines', () => {
    const titles = (...lines: readonly number[]) => planParts({ lastNumber: 0, accounts: lines.map((count, at) => account(`100${at + 1}`, count)) })
      .filter(({ kind }) => kind === 'details').map(({ title }) => title)
    expect(titles(1000, 1000)).toEqual(['明细账1001至1002'])
    expect(titles(1000, 1001)).toEqual(['明细账1001', '明细账1002'])
    expect(titles(5000, 1, 1)).toEqual(['明细账1001', '明细账1002至1003'])
    expect(titles()).toEqual([])
  })
})
