import { expect, it } from 'vitest'
import { countReferral } from './countable.ts'

const referral = { referralId: 'referral', fromUnitId: 'unit', senderScope: '990100100010001000', childId: 'child', childLabel: '李某' }

it('a referral counts under the unit that refers, about the child, under a masked name', () => {
  expect(countReferral(referral, 'accepted', '2026-03-16')).toEqual({
    measure: 'referral.accepted', happenedOn: '2026-03-16', unit: { id: 'unit', scopeCode: '990100100010001000' },
    record: { kind: 'referral', id: 'referral' }, subjectId: 'child', label: '李某',
  })
  expect(countReferral(referral, 'sent', '2026-03-16').measure).toBe('referral.sent')
})
