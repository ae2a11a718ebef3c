import { expect, it } from 'vitest'
import { statuses, type Party, type Status } from '../contract.ts'
import { answerDaysOf, findActObstacle, findOverrideObstacle, findSendingObstacle, isEnclosureOpen, isOverdue, type Act } from './acting.ts'
import { fileFieldLabels } from './fields.ts'
import { mirrorOf } from './mirroring.ts'

const allowed: Record<Act, Status[]> = {
  decide: ['draft'], send: ['draft'], revoke: ['draft', 'sent', 'accepted'], answer: ['sent'], finish: ['accepted'],
}

it('every act follows from its states alone, and is done by its party alone', () => {
  for (const act of Object.keys(allowed) as Act[]) {
    for (const status of statuses) {
      for (const isToBody of [false, true]) {
        const mine: Party = (act === 'answer' || act === 'finish') && !isToBody ? 'receiver' : 'sender'
        const other: Party = mine === 'sender' ? 'receiver' : 'sender'
        const of = (party: Party) => findActObstacle(act, { party, isToBody, status, overrideStatus: null })
        expect(of(mine), `${act} ${status}`).toBe(allowed[act].includes(status) ? undefined : 'WRONG_STATUS')
        expect(of(other), `${act} ${status}`).toBe('WRONG_PARTY')
      }
    }
  }
})

it('going on without consent is decided once, by another person than the author, and not refused without a word', () => {
  const asked = { overrideStatus: 'pending', authorId: 'one', decider: 'two', isApproved: true, answer: undefined } as const
  expect(findOverrideObstacle(asked)).toBeUndefined()
  for (const overrideStatus of ['approved', 'rejected', null] as const) expect(findOverrideObstacle({ ...asked, overrideStatus })).toBe('NO_OVERRIDE')
  expect(findOverrideObstacle({ ...asked, decider: 'one' })).toBe('OWN_OVERRIDE')
  expect(findOverrideObstacle({ ...asked, isApproved: false })).toBe('ANSWER_NEEDED')
  expect(findOverrideObstacle({ ...asked, isApproved: false, answer: '请先联系监护人' })).toBeUndefined()
})

it('without consent nothing is sent before somebody has said yes', () => {
  expect(findSendingObstacle({ hasConsent: true, overrideStatus: null })).toBeUndefined()
  expect(findSendingObstacle({ hasConsent: false, overrideStatus: null })).toBe('CONSENT_MISSING')
  expect(findSendingObstacle({ hasConsent: false, overrideStatus: 'pending' })).toBe('OVERRIDE_PENDING')
  expect(findSendingObstacle({ hasConsent: false, overrideStatus: 'rejected' })).toBe('OVERRIDE_REJECTED')
  expect(findSendingObstacle({ hasConsent: false, overrideStatus: 'approved' })).toBeUndefined()
  expect(findSendingObstacle({ hasConsent: true, overrideStatus: 'rejected' })).toBeUndefined()
})

it('what travels is open through its last day, while the referral goes on', () => {
  const open = { status: 'sent' as Status, openUntil: '2026-04-15' }
  expect(isEnclosureOpen(open, '2026-04-15')).toBe(true)
  expect(isEnclosureOpen(open, '2026-04-16')).toBe(false)
  expect(isEnclosureOpen({ ...open, openUntil: null }, '2026-04-01')).toBe(false)
  for (const status of statuses) expect(isEnclosureOpen({ ...open, status }, '2026-04-01')).toBe(status === 'sent' || status === 'accepted')
})

it('an answer that is due today is not overdue, and an answered one never is', () => {
  expect(isOverdue({ status: 'sent', answerDueOn: '2026-03-16' }, '2026-03-16')).toBe(false)
  expect(isOverdue({ status: 'sent', answerDueOn: '2026-03-15' }, '2026-03-16')).toBe(true)
  expect(isOverdue({ status: 'sent', answerDueOn: null }, '2026-03-16')).toBe(false)
  expect(isOverdue({ status: 'accepted', answerDueOn: '2026-03-15' }, '2026-03-16')).toBe(false)
})

it('a number of days that makes no sense is the default', () => {
  expect([1, 14, 60].map(answerDaysOf)).toEqual([1, 14, 60])
  expect([0, 61, 2.5, '7', null].map(answerDaysOf)).toEqual([7, 7, 7, 7, 7])
})

it('a revocation closes the receiver, unless all was over before; otherwise the sender follows who is ahead', () => {
  expect(mirrorOf('revoked', 'sent')).toEqual({ to: 'receiver' })
  expect(mirrorOf('revoked', 'accepted')).toEqual({ to: 'receiver' })
  expect(mirrorOf('revoked', 'done')).toEqual({ to: 'sender' })
  expect(mirrorOf('revoked', 'rejected')).toEqual({ to: 'sender' })
  expect(mirrorOf('sent', 'accepted')).toEqual({ to: 'sender' })
  expect(mirrorOf('sent', 'rejected')).toEqual({ to: 'sender' })
  expect(mirrorOf('accepted', 'done')).toEqual({ to: 'sender' })
  for (const same of ['sent', 'accepted', 'done', 'revoked'] as const) expect(mirrorOf(same, same)).toBeUndefined()
  expect(mirrorOf('accepted', 'sent')).toBeUndefined()
})

it('only fields that were chosen stand in the letter, and an empty one says so', () => {
  expect(fileFieldLabels({ name: '张小明', phone: null, guardians: [{ name: '李桂花', relation: 'grandmother', phone: '13900001234' }] })).toEqual(
    [['姓名', '张小明'], ['联系电话', '没有登记'], ['监护人（祖母）', '李桂花，13900001234']])
  expect(fileFieldLabels({})).toEqual([])
})
