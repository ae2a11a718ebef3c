import { expect, it } from 'vitest'
import { actStatuses, needStatuses, wishStatuses } from '../contract.ts'
import {
  claimDaysOf, claimNoticeDaysOf, isOverdue, isOwn, mayFollowAct, mayFollowNeed, mayFollowWish, type ActStep, type NeedStep, type WishStep,
} from './acting.ts'
import { findGivingIssues, findReceiptIssues } from './receipts.ts'
import { publicPlace } from './publishing.ts'
import { shareInWords } from './words.ts'

it('every step follows from its states alone', () => {
  const needs: Record<NeedStep, string[]> = { decide: ['raised'], withdraw: ['raised', 'approved'], offer: ['approved'], close: ['received'] }
  for (const step of Object.keys(needs) as NeedStep[]) expect(needStatuses.filter((status) => mayFollowNeed(step, status)), step).toEqual(needs[step])
  const acts: Record<ActStep, string[]> = {
    share: ['offered'], give: ['offered'], receive: ['given'], scan: ['received'], void: ['offered', 'given', 'received'] }
  for (const step of Object.keys(acts) as ActStep[]) expect(actStatuses.filter((status) => mayFollowAct(step, status)), step).toEqual(acts[step])
  const wishes: Record<WishStep, string[]> = {
    write: ['draft', 'returned'], decide: ['draft'], claim: ['published'], release: ['claimed'], give: ['claimed'], thank: ['fulfilled'], close: ['fulfilled'],
    withdraw: ['draft', 'returned', 'published', 'claimed'] }
  for (const step of Object.keys(wishes) as WishStep[]) expect(wishStatuses.filter((status) => mayFollowWish(step, status)), step).toEqual(wishes[step])
})

it('a need wanted today is not overdue, and one that was given never is', () => {
  const wanted = { status: 'approved' as const, wantedBy: '2026-03-15' }
  expect(isOverdue(wanted, '2026-03-15')).toBe(false)
  expect(isOverdue(wanted, '2026-03-16')).toBe(true)
  expect(isOverdue({ ...wanted, wantedBy: null }, '2026-03-16')).toBe(false)
  const overdue = needStatuses.filter((status) => isOverdue({ ...wanted, status }, '2026-03-16'))
  expect(overdue).toEqual(['raised', 'approved', 'offered'])
})

it('what nobody is known to have written is nobody\'s own', () => {
  expect(isOwn('a', 'a')).toBe(true)
  expect(isOwn('a', 'b')).toBe(false)
  expect(isOwn(null, '')).toBe(false)
})

it('a number of days that makes no sense is the default', () => {
  expect([1, 45, 180].map(claimDaysOf)).toEqual([1, 45, 180])
  expect([0, 181, 2.5, '7', null, undefined].map(claimDaysOf)).toEqual([30, 30, 30, 30, 30, 30])
  expect([1, 14, 60].map(claimNoticeDaysOf)).toEqual([1, 14, 60])
  expect([0, 61, 2.5, '7', null, undefined].map(claimNoticeDaysOf)).toEqual([5, 5, 5, 5, 5, 5])
})

it('a receipt is a signature with its name, two different witnesses, or the reason why none was wanted', () => {
  const days = { givenOn: '2026-03-10', today: '2026-03-16' }
  const fields = (receipt: Partial<Parameters<typeof findReceiptIssues>[0]>) =>
    findReceiptIssues({ proof: 'signature', receivedOn: '2026-03-10', witnesses: [], ...receipt }, days).map(({ path }) => path[0])
  expect(fields({ signedBy: '奶奶' })).toEqual([])
  expect(fields({})).toEqual(['signedBy'])
  expect(fields({ proof: 'witness', witnesses: ['周主任', '吴老师'] })).toEqual([])
  expect(fields({ proof: 'witness', witnesses: ['周主任'] })).toEqual(['witnesses'])
  expect(fields({ proof: 'witness', witnesses: ['周主任', '周主任'] })).toEqual(['witnesses'])
  expect(fields({ proof: 'unwanted', unwantedReason: '老人不识字，不愿按手印' })).toEqual([])
  expect(fields({ proof: 'unwanted' })).toEqual(['unwantedReason'])
  expect(fields({ signedBy: '奶奶', receivedOn: '2026-03-09' })).toEqual(['receivedOn'])
  expect(fields({ signedBy: '奶奶', receivedOn: '2026-03-17' })).toEqual(['receivedOn'])
})

it('aid is given on a day of the case, today at the latest', () => {
  const issues = (givenOn: string) => findGivingIssues(givenOn, { today: '2026-03-16', openedOn: '2026-01-05' }).map(({ path }) => path[0])
  expect(issues('2026-01-05')).toEqual([])
  expect(issues('2026-03-16')).toEqual([])
  expect(issues('2026-01-04')).toEqual(['givenOn'])
  expect(issues('2026-03-17')).toEqual(['givenOn'])
})

it('the public learns the county only where five children of the band live in it, and no band where even the city has fewer', () => {
  const place = (name: string, hasMany: boolean) => ({ name, hasMany })
  const city = place('试验市', true)
  expect(publicPlace({ county: place('甲区', true), city, band: '6-13' })).toEqual({ area: '甲区', ageBand: '6-13' })
  expect(publicPlace({ county: place('甲区', false), city, band: '6-13' })).toEqual({ area: '试验市', ageBand: '6-13' })
  expect(publicPlace({ county: place('甲区', false), city: place('试验市', false), band: '6-13' })).toEqual({ area: '试验市', ageBand: null })
  expect(publicPlace({ county: null, city, band: '6-13' })).toEqual({ area: '试验市', ageBand: '6-13' })
})

it('a share reads as what it is', () => {
  const none = { item: null, quantity: null, countedIn: null, minutes: null, times: null }
  expect(shareInWords({ ...none, form: 'money' })).toBe('资金')
  expect(shareInWords({ ...none, form: 'goods', item: '书包', quantity: 2, countedIn: '个' })).toBe('书包 2个')
  expect(shareInWords({ ...none, form: 'service', item: '家教', minutes: 90, times: 3 })).toBe('家教 3次，90分钟')
})
