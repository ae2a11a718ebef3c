import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testPeople } from '#tests/city/people.ts'
import { accountsContract } from '../contract.ts'

const everyone = [
  'office', 'leader', 'guardian-officer', 'care-worker', 'volunteer', 'charity-head', 'accountant', 'finance-reviewer', 'cashier', 'outside-auditor',
  'system-admin', 'security-admin', 'audit-admin',
]
const security = ['security-admin']
const workers = ['office', 'leader', 'guardian-officer', 'care-worker']
const nobody = '019f0000-0000-7000-8000-000000000000'
const act = { version: 1, reason: '试' }

/** Who may do what with accounts, written by hand from the issue; an operation that is missing here fails the test. */
const matrix: Record<string, { roles: string[]; method: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; payload?: object }> = {
  listAccounts: { roles: ['office', 'security-admin'], method: 'GET', url: '/accounts' },
  getAccount: { roles: ['office', 'security-admin'], method: 'GET', url: `/accounts/${nobody}` },
  createAccount: { roles: security, method: 'POST', url: '/accounts', payload: { unitId: nobody, personName: '何新', signInName: 'hexin' } },
  updateAccount: { roles: security, method: 'PUT', url: `/accounts/${nobody}`, payload: { version: 1, personName: '何新', phone: null, unitId: nobody } },
  suspendAccount: { roles: security, method: 'POST', url: `/accounts/${nobody}/suspend`, payload: act },
  resumeAccount: { roles: security, method: 'POST', url: `/accounts/${nobody}/resume`, payload: act },
  closeAccount: { roles: security, method: 'POST', url: `/accounts/${nobody}/close`, payload: act },
  givePassword: { roles: ['office', 'security-admin'], method: 'POST', url: `/accounts/${nobody}/password`, payload: { reason: '试' } },
  listGivenPasswords: { roles: security, method: 'GET', url: '/given-passwords' },
  listRoles: { roles: everyone, method: 'GET', url: '/roles' },
  grantRole: { roles: security, method: 'POST', url: `/accounts/${nobody}/grants`, payload: { roleCode: 'office', unitId: nobody } },
  revokeGrant: { roles: security, method: 'POST', url: `/grants/${nobody}/revoke`, payload: { reason: '试' } },
  listColleagues: { roles: workers, method: 'GET', url: '/colleagues' },
  listDelegations: { roles: workers, method: 'GET', url: '/delegations' },
  delegateRight: { roles: workers, method: 'POST', url: '/delegations', payload: { accountId: nobody, untilOn: '2026-03-20' } },
  endDelegation: { roles: workers, method: 'DELETE', url: `/delegations/${nobody}` },
  listSessions: { roles: everyone, method: 'GET', url: '/sessions' },
  endSession: { roles: everyone, method: 'DELETE', url: `/sessions/${nobody}` },
  listAuditEntries: { roles: ['audit-admin'], method: 'GET', url: '/audit-entries' },
  getAuditEntry: { roles: ['audit-admin'], method: 'GET', url: `/audit-entries/${nobody}` },
  getAuditState: { roles: ['audit-admin'], method: 'GET', url: '/audit-state' },
}
/** Everybody's own business, tested beside their commands. */
const ownBusiness = ['signIn', 'getSession', 'signOut', 'switchUnit', 'changePassword', 'endAllSessions']

describe('who may do what with accounts', () => {
  let city: TestCity
  let server: FastifyInstance
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
  })
  afterAll(() => city.close())

  it('is written down for every operation', () => {
    expect([...Object.keys(matrix), ...ownBusiness].toSorted()).toEqual(Object.keys(accountsContract).toSorted())
  })

  it.each(Object.entries(matrix))('%s', async (_name, { roles, method, url, payload }) => {
    for (const role of everyone) {
      const person = testPeople.find((candidate) => candidate.role === role)
      if (person === undefined) throw new Error(`nobody is ${role}`)
      const answer = await server.inject({ method, url: `/api${url}`, headers: { cookie: await city.cookieOf(person.name) },
        ...(payload === undefined ? {} : { payload }) })
      expect(answer.statusCode === 403 && answer.json().code === 'FORBIDDEN', `${role}: ${answer.statusCode} ${answer.body.slice(0, 80)}`)
        .toBe(!roles.includes(role))
      expect(answer.statusCode).toBeLessThan(500)
    }
  })
})
