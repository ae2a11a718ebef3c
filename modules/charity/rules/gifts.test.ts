import { describe, expect, it } from 'vitest'
import { findDonorIssues, labelOf } from './donors.ts'
import { findArrivalIssues, findGiftIssues, isDayOfChange, isReceiptStale, mayConfirm, mayFollowGift } from './gifts.ts'

const today = '2026-03-16'
const paths = (issues: readonly { path: (string | number)[] }[]) => issues.map(({ path }) => path.join('.'))

describe('a gift', () => {
  it('in money names no goods; goods name item, quantity, unit and where the value was read; a service no quantity', () => {
    expect(findGiftIssues({ form: 'money', promisedOn: today }, today)).toEqual([])
    expect(paths(findGiftIssues({ form: 'money', promisedOn: today, item: '书', quantity: 1, countedIn: '本', valueBasis: '发票' }, today)))
      .toEqual(['item', 'quantity', 'countedIn', 'valueBasis'])
    expect(paths(findGiftIssues({ form: 'goods', promisedOn: today }, today))).toEqual(['item', 'quantity', 'countedIn', 'valueBasis'])
    expect(paths(findGiftIssues({ form: 'service', promisedOn: today, item: '义诊', quantity: 2 }, today))).toEqual(['quantity', 'valueBasis'])
    expect(paths(findGiftIssues({ form: 'money', promisedOn: '2026-03-17' }, today))).toEqual(['promisedOn'])
  })

  it('arrives today at the latest; money by a channel into an account, by bank with its slip, goods in a place and not past their day', () => {
    const money = { receivedOn: today, channel: 'bank' as const, accountId: 'a', bankReference: '0001' }
    expect(findArrivalIssues('money', money, today)).toEqual([])
    expect(findArrivalIssues('money', { receivedOn: today, channel: 'cash', accountId: 'a' }, today)).toEqual([])
    expect(paths(findArrivalIssues('money', { receivedOn: '2026-03-17' }, today))).toEqual(['receivedOn', 'channel', 'accountId'])
    expect(paths(findArrivalIssues('money', { receivedOn: today, channel: 'wechat', accountId: 'a', place: '仓库', useBy: today }, today)))
      .toEqual(['bankReference', 'place', 'useBy'])
    expect(paths(findArrivalIssues('goods', { ...money, useBy: '2026-03-01' }, today))).toEqual(['channel', 'accountId', 'bankReference', 'useBy'])
  })

  it('is confirmed by another person, and changes from then on only in the books', () => {
    expect(mayConfirm('one', 'one')).toBe(false)
    expect(mayConfirm('one', 'other')).toBe(true)
    expect(mayConfirm(null, 'other')).toBe(true)
    expect((['update', 'discard', 'confirm'] as const).map((step) => mayFollowGift(step, 'draft'))).toEqual([true, true, true])
    expect((['correct', 'move', 'refund', 'receipt', 'handOut'] as const).map((step) => mayFollowGift(step, 'draft'))).not.toContain(true)
    expect((['update', 'refund'] as const).map((step) => mayFollowGift(step, 'refunded'))).toEqual([false, false])
  })

  it('changes between the day it arrived and today', () => {
    expect(['2026-03-09', '2026-03-10', today, '2026-03-17'].map((day) => isDayOfChange(day, { receivedOn: '2026-03-10', today }))).toEqual([false,
      true, true, false])
  })
})

describe('a donor', () => {
  it('who is a person has a name and no credit code, an enterprise both, the anonymous nothing', () => {
    expect(findDonorIssues({ kind: 'person', name: '钟老师', isNamed: true })).toEqual([])
    expect(paths(findDonorIssues({ kind: 'person', creditCode: 'x', contactName: '某', isNamed: false }))).toEqual(['name', 'creditCode', 'contactName'])
    expect(paths(findDonorIssues({ kind: 'enterprise', isNamed: false }))).toEqual(['name', 'creditCode'])
    expect(paths(findDonorIssues({ kind: 'anonymous', name: '钟老师', phone: '1', isNamed: true }))).toEqual(['name', 'phone', 'isNamed'])
  })

  it('is masked unless an enterprise', () => {
    expect([labelOf({ kind: 'person', name: '欧阳娜娜' }), labelOf({ kind: 'enterprise', name: '振兴纸业' }), labelOf({ kind: 'anonymous' })])
      .toEqual(['欧阳某', '振兴纸业', '匿名'])
  })
})

describe('an official receipt', () => {
  const after = (change: 'confirmed' | 'corrected' | 'moved' | 'reduced' | 'refunded', onDay = '2026-03-02') => (
    isReceiptStale('2026-03-01', [{ change, onDay }]))

  it('is taken back or replaced when the amount was corrected or given back after it was made', () => {
    expect([after('corrected'), after('reduced'), after('refunded')]).toEqual([true, true, true])
  })

  it('stands while only the fund changed, when it was made after the change, and where there is none', () => {
    expect([after('confirmed'), after('moved'), after('reduced', '2026-03-01'), isReceiptStale(null, [{ change: 'reduced', onDay: '2026-03-02' }])])
      .toEqual([false, false, false, false])
  })
})
