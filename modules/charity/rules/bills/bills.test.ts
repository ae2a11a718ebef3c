import { describe, expect, it } from 'vitest'
import { findDifferences } from './compare.ts'
import { readBill } from './read-bill.ts'
import { billRows, type SampleLine } from './sample-bill.ts'

const merchant = '1900000001'
const payment: SampleLine = { number: 'abc1', amount: '100.00', fee: '0.60000' }
const refund: SampleLine = { number: 'back1', amount: '40.00', fee: '-0.24000', isRefund: true }
const read = (lines: readonly SampleLine[], change?: Parameters<typeof billRows>[1]) => readBill(billRows(lines, change), merchant)

describe('a trade bill of WeChat Pay', () => {
  it('is read with payments, refunds and what is kept of the day', () => {
    expect(read([payment, refund])).toEqual({
      lines: [
        { kind: 'payment', on: '2026-03-15', number: 'abc1', channelNumber: '4200001', amountFen: 10_000, feeParts: 60_000 },
        { kind: 'refund', on: '2026-03-15', number: 'back1', channelNumber: '5000001', amountFen: 4_000, feeParts: -24_000 },
      ], feeFen: 36,
    })
  })
  it('keeps nothing that tells who paid', () => {
    expect(JSON.stringify(read([payment]))).not.toContain('openid')
  })
  it('rounds the fee of the day once, half a fen away from zero', () => {
    expect(read([{ ...payment, fee: '0.00250' }, { ...payment, number: 'abc2', fee: '0.00250' }])).toMatchObject({ feeFen: 1 })
    expect(read([{ ...payment, fee: '0.00499' }])).toMatchObject({ feeFen: 0 })
    expect(read([{ ...refund, fee: '-0.00500' }])).toMatchObject({ feeFen: -1 })
  })
  it('is read whatever else stands on it and in whatever order the columns are', () => {
    expect(read([payment], { reversed: true })).toMatchObject({ feeFen: 60 })
  })
  it('is refused under another layout, by the headings that are missing', () => {
    const renamed = billRows([payment]).map((row) => row.map((cell) => (cell === '手续费' ? '费用' : cell)))
    expect(readBill(renamed, merchant)).toEqual({ code: 'LAYOUT', missing: ['手续费'] })
    expect(readBill(billRows([payment]).slice(0, 2), merchant)).toEqual({ code: 'LAYOUT', missing: ['总交易单数'] })
    expect(readBill([], merchant)).toMatchObject({ code: 'LAYOUT' })
  })
  it('is refused when it is of another merchant', () => {
    expect(readBill(billRows([payment]), '1900000002')).toEqual({ code: 'MERCHANT' })
  })
  it('is refused when its sums are not those of its lines', () => {
    expect(read([payment, refund], { foot: { count: '`1' } })).toEqual({ code: 'FOOT' })
    expect(read([payment], { foot: { amount: '`99.00' } })).toEqual({ code: 'FOOT' })
    expect(read([refund], { foot: { refund: '`0.00' } })).toEqual({ code: 'FOOT' })
    expect(read([payment], { foot: { fee: '`0.59000' } })).toEqual({ code: 'FOOT' })
  })
  it('names the rows that cannot be read, and why', () => {
    const wrong = (change: Partial<SampleLine>) => read([payment, { ...payment, number: 'abc2', ...change }])
    expect(wrong({ at: '昨天' })).toEqual({ code: 'LINES', problems: [{ row: 3, message: '交易时间读不出来' }] })
    expect(wrong({ state: 'REVOKED' })).toMatchObject({ problems: [{ message: '交易状态不是支付成功或者退款' }] })
    expect(wrong({ currency: 'USD' })).toMatchObject({ problems: [{ message: '货币种类不是人民币' }] })
    expect(wrong({ amount: '0.001' })).toMatchObject({ problems: [{ message: '金额读不出来' }] })
    expect(wrong({ amount: '0.00' })).toMatchObject({ problems: [{ message: '金额读不出来' }] })
    expect(wrong({ fee: '0.6%' })).toMatchObject({ problems: [{ message: '手续费读不出来' }] })
    expect(wrong({ number: '' })).toMatchObject({ problems: [{ message: '单号读不出来' }] })
  })
})

describe('a bill beside what stands here', () => {
  const own = { kind: 'payment' as const, number: 'a', amountFen: 100, giftId: 'gift', takenOn: '2026-03-15' }
  const line = { kind: 'payment' as const, number: 'a', amountFen: 100 }
  const find = (lines: (typeof line)[], ours: readonly Parameters<typeof findDifferences>[1]['own'][number][], told: string[] = []) =>
    findDifferences(lines, { own: ours, billedOn: '2026-03-15', told: new Set(told) })
  it('says nothing where both say the same', () => {
    expect(find([line], [own])).toEqual([])
  })
  it('tells money we know nothing of, of another amount, or that we think was never paid', () => {
    expect(find([line], [])).toEqual([{ kind: 'unknown', lineKind: 'payment', number: 'a', billFen: 100, ownFen: null, giftId: null }])
    expect(find([line], [{ ...own, amountFen: 101 }]))
      .toEqual([{ kind: 'amount', lineKind: 'payment', number: 'a', billFen: 100, ownFen: 101, giftId: 'gift' }])
    expect(find([line], [{ ...own, takenOn: null }])).toMatchObject([{ kind: 'not-taken', giftId: 'gift' }])
  })
  it('tells what was paid here that day and is not on it, and nothing of other days', () => {
    expect(find([], [own])).toEqual([{ kind: 'missing', lineKind: 'payment', number: 'a', billFen: null, ownFen: 100, giftId: 'gift' }])
    expect(find([], [{ ...own, takenOn: '2026-03-14' }, { ...own, takenOn: null }])).toEqual([])
  })
  it('tells a number once: on the same bill or on one before', () => {
    expect(find([line, line], [own])).toMatchObject([{ kind: 'twice' }])
    expect(find([line], [own], ['payment a'])).toMatchObject([{ kind: 'twice' }])
    expect(find([], [own], ['payment a'])).toEqual([])
  })
  it('takes a refund for a refund, never for a payment of the same number', () => {
    expect(find([line], [{ ...own, kind: 'refund' }])).toMatchObject([{ kind: 'unknown' }, { kind: 'missing', lineKind: 'refund' }])
  })
})
