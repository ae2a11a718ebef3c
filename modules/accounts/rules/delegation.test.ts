import { expect, it } from 'vitest'
import { findDelegationObstacle } from './delegation.ts'

const own = { roleCode: 'office', untilOn: null, isDelegated: false }
const today = '2026-03-16'

it('a right of one\'s own may be handed over for ninety days at most', () => {
  expect(findDelegationObstacle(own, '2026-06-14', today)).toBeUndefined()
  expect(findDelegationObstacle(own, '2026-06-15', today)).toBe('DELEGATION_TOO_LONG')
  expect(findDelegationObstacle(own, '2026-03-15', today)).toBe('DELEGATION_IN_PAST')
  expect(findDelegationObstacle(own, today, today)).toBeUndefined()
})
it('never outlives the own right', () => {
  expect(findDelegationObstacle({ ...own, untilOn: '2026-04-01' }, '2026-04-02', today)).toBe('BEYOND_OWN_RIGHT')
  expect(findDelegationObstacle({ ...own, untilOn: '2026-04-01' }, '2026-04-01', today)).toBeUndefined()
})
it('what was handed over is not handed on', () => {
  expect(findDelegationObstacle({ ...own, isDelegated: true }, '2026-04-01', today)).toBe('NOT_DELEGABLE')
})
it.each(['system-admin', 'security-admin', 'audit-admin', 'volunteer'])('%s is not handed over', (roleCode) => {
  expect(findDelegationObstacle({ ...own, roleCode }, '2026-04-01', today)).toBe('NOT_DELEGABLE')
})
