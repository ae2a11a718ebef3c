import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '#platform/audit/record.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import { testPeople } from '#tests/city/people.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { suspendAccount } from '../commands/suspend-account.ts'
import { getAuditEntry, listAuditEntries } from './list-audit-entries.ts'
import { getAuditState } from './get-audit-state.ts'

describe('the audit', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    await city.as('安全员', async (context) => suspendAccount(context, { id: await city.accountId('孙主任'), version: 1, reason: '请假' }))
    await city.as('安全员', async (context) => suspendAccount(context, { id: await city.accountId('蒋主任'), version: 1, reason: '休养' }))
  })
  afterAll(() => city.close())

  it('tells who did what, why and from where, newest first', async () => {
    const { items } = await city.as('审计员', (context) => listAuditEntries(context, { limit: 20 }))
    expect(items.map(({ verb, personName, roleName, reason, unitCode, address }) => [verb, personName, roleName, reason, unitCode, address])).toEqual([
      ['account.suspended', '安全员', '安全管理员', '休养', '990100200010001', '127.0.0.1'], ['account.suspended', '安全员', '安全管理员', '请假', '990100100010001',
        '127.0.0.1']])
  })

  it('is narrowed by unit, verb, person and days', async () => {
    const count = async (filters: object) => (await city.as('审计员', (context) => listAuditEntries(context, { limit: 20, ...filters }))).items.length
    expect([await count({ unit: '9901001' }), await count({ verb: 'account.closed' }), await count({ person: '安' }), await count({ person: '陈' })])
      .toEqual([1, 0, 2, 0])
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
    expect([await count({ from: day, until: day }), await count({ until: '2020-01-01' })]).toEqual([2, 0])
  })

  it('pages without losing or repeating a line', async () => {
    const first = await city.as('审计员', (context) => listAuditEntries(context, { limit: 1 }))
    const second = await city.as('审计员', (context) => listAuditEntries(context, { limit: 1, after: first.next ?? '' }))
    expect([first.items[0]?.reason, second.items[0]?.reason, second.next]).toEqual(['休养', '请假', null])
    expect((await city.as('审计员', (context) => getAuditEntry(context, { id: first.items[0]!.id }))).reason).toBe('休养')
  })

  it('says how far it is sealed', async () => {
    expect(await city.as('审计员', (context) => getAuditState(context))).toMatchObject({ sealedCount: 0, waitingCount: 2 })
  })

  it('shows the city what its jobs and the command line did, under the city\'s own unit', async () => {
    await asWorker(city, (run) => run((context) => recordAudit(context, { verb: 'backup.made', subjectKind: 'installation' })))
    const { items: [newest] } = await city.as('审计员', (context) => listAuditEntries(context, { unit: '9901', limit: 1 }))
    expect([newest?.verb, newest?.personName, newest?.unitCode]).toEqual(['backup.made', '系统', '9901'])
  })

  it.each(testPeople.filter(({ role }) => role !== 'audit-admin').filter(({ name }) => name !== '孙主任' && name !== '蒋主任')
    .map(({ name }) => name))('is closed to %s', async (name) => {
    await expect(city.as(name, (context) => listAuditEntries(context, { limit: 20 }))).rejects.toThrow('FORBIDDEN')
    await expect(city.as(name, (context) => getAuditState(context))).rejects.toThrow('FORBIDDEN')
  })
})
