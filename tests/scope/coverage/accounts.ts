import { newId } from '#platform/crypto/id.ts'
import { roles } from '../caller.ts'
import type { Coverage, WriteEntry } from './entry.ts'

const officers = ['security-admin'] as const
const readers = ['office', 'security-admin'] as const
const delegators = ['office', 'leader', 'guardian-officer', 'care-worker'] as const
/** A reasoned change of an account. */
const change = (kind = 'account'): WriteEntry => ({
  walk: 'write', roles: officers, ids: { id: kind }, input: async (given, look) => ({ version: await look('account', given['id'] ?? ''), reason: '岗位调整' }),
})

/** 账号: seen by the office of the unit and the security administrator, changed by the latter; sessions are one's own. */
export const accountsCoverage: Coverage = {
  'accounts.signIn': { walk: 'anonymous', why: 'who signs in has no range yet' },
  // The own grants: those of a donor lie at a unit outside the range, which is one place.
  'accounts.getSession': { walk: 'plain', why: 'about the caller alone', mayName: ['grantId', 'grants'] },
  'accounts.signOut': { walk: 'anonymous', why: 'ends the own session: walked by the test of ended sessions, or nobody could go on' },
  'accounts.switchUnit': { walk: 'write', roles, ids: { grantId: 'grant' }, inTheEnd: { status: 404, why: 'a grant of somebody else, though in range' } },
  'accounts.changePassword': {
    walk: 'plain', why: 'names nobody: the own password', input: { oldPassword: 'not-the-one', newPassword: 'another-2026' }, status: 422,
  },
  'accounts.listAccounts': { walk: 'list', roles: readers, of: 'account', where: `status <> 'closed'` },
  'accounts.getAccount': { walk: 'one', roles: readers, ids: { id: 'account' } },
  'accounts.createAccount': {
    walk: 'write', roles: officers, ids: { unitId: 'unit', volunteerId: 'volunteer' }, input: () => ({ personName: '新来的', signInName: `newcomer-${newId()}` }),
  },
  'accounts.updateAccount': {
    walk: 'write', roles: officers, ids: { id: 'account', unitId: 'unit' },
    input: async (given, look) => ({ version: await look('account', given['id'] ?? ''), personName: '改名者', phone: null }),
  },
  'accounts.suspendAccount': change(),
  'accounts.resumeAccount': change('suspendedaccount'),
  'accounts.closeAccount': change(),
  'accounts.givePassword': {
    walk: 'write', roles: readers, ids: { id: 'account' }, input: () => ({ reason: '忘记密码' }),
  },
  'accounts.listGivenPasswords': { walk: 'range', roles: officers, inputs: [{}], why: 'entries of the audit about accounts of the range' },
  'accounts.listRoles': { walk: 'plain', why: 'roles and what they may do, the same in every city' },
  'accounts.grantRole': { walk: 'write', roles: officers, ids: { id: 'account', unitId: 'unit' }, input: () => ({ roleCode: 'office' }) },
  'accounts.revokeGrant': { walk: 'write', roles: officers, ids: { id: 'grant' }, input: () => ({ reason: '岗位调整' }) },
  'accounts.listColleagues': { walk: 'list', roles: delegators, of: 'colleague', where: `status = 'active'` },
  'accounts.listDelegations': { walk: 'range', roles: delegators, inputs: [{}], why: 'rights the caller gave or received' },
  'accounts.delegateRight': { walk: 'write', roles: delegators, ids: { accountId: 'account' }, input: () => ({ untilOn: '2026-04-15' }) },
  'accounts.endDelegation': {
    walk: 'write', roles: delegators, ids: { id: 'grant' }, inTheEnd: { status: 404, why: 'a grant that is no delegation of the caller' },
  },
  'accounts.listSessions': { walk: 'plain', why: 'the devices of the caller alone' },
  'accounts.endSession': { walk: 'anonymous', why: 'ends a session of the caller: walked by the test of ended sessions' },
  'accounts.endAllSessions': { walk: 'anonymous', why: 'ends the sessions of the caller: walked by the test of ended sessions' },
  'accounts.listAuditEntries': {
    walk: 'range', roles: ['audit-admin'], inputs: [{ limit: 200 }], filters: { subjectId: 'child' },
    why: 'entries of the city; the audit administrator stands at the city',
  },
  'accounts.getAuditEntry': { walk: 'one', roles: ['audit-admin'], ids: { id: 'auditentry' } },
  'accounts.getAuditState': { walk: 'plain', why: 'how far the chain of the city reaches', roles: ['audit-admin'] },
}
