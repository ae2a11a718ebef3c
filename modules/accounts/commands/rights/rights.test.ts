import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { addDays, dayInChina } from '#platform/values/local-date.ts'
import { testPassword } from '#tests/city/people.ts'
import { listColleagues, listDelegations } from '../../queries/list-delegations.ts'
import { createAccount } from '../create-account.ts'
import { delegateRight } from './delegate-right.ts'
import { endDelegation } from './end-delegation.ts'
import { grantRole } from './grant-role.ts'
import { revokeGrant } from './revoke-grant.ts'

// Which grants hold today is decided by the database's own day, so the clock stands at the real present here.
const now = new Date()
const inDays = (days: number) => addDays(dayInChina(now), days)

type Name = Parameters<TestCity['as']>[0]

describe('granting a role', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    city.clock.moveTo(now.toISOString())
  })
  afterAll(() => city.close())
  const grant = (by: Name, to: Name, roleCode: string, unit = '9901', more = {}) =>
    city.as(by, async (context) => grantRole(context, { id: await city.accountId(to), roleCode, unitId: await city.unitId(unit), ...more }))

  it('gives the role for a unit and all below, from a day to a day', async () => {
    const account = await grant('安全员', '孙主任', 'office', '99010010001', { fromOn: inDays(0), untilOn: inDays(200) })
    expect(account.grants.map(({ roleName, unitName, untilOn }) => [roleName, unitName, untilOn]))
      .toEqual([['关工委工作人员', '东街镇', inDays(200)], ['儿童主任', '东一村', null]])
    await expect(grant('安全员', '孙主任', 'office', '99010010001')).rejects.toThrow('ALREADY_GRANTED')
  })

  it('is refused to oneself, by whomever', async () => {
    await expect(grant('安全员', '安全员', 'office')).rejects.toThrow('OWN_GRANT')
  })

  it('keeps the three administrators apart from each other and from all business', async () => {
    for (const role of ['system-admin', 'office', 'leader', 'guardian-officer', 'care-worker', 'volunteer', 'security-admin']) {
      await expect(grant('安全员', '审计员', role), role).rejects.toThrow('ROLE_EXCLUDES')
    }
    for (const role of ['system-admin', 'security-admin', 'audit-admin']) await expect(grant('安全员', '陈主任', role), role).rejects.toThrow('ROLE_EXCLUDES')
  })

  it('takes real roles, days and units only', async () => {
    await expect(grant('安全员', '孙主任', 'king')).rejects.toThrow('INVALID_INPUT')
    await expect(grant('安全员', '周主任', 'office', '9901', { fromOn: inDays(-1) })).rejects.toThrow('INVALID_INPUT')
    await expect(grant('安全员', '周主任', 'office', '9901', { untilOn: inDays(-1) })).rejects.toThrow('INVALID_INPUT')
  })

  it('lets an administrator have one deputy, at the city', async () => {
    const fresh = async (signInName: string) => (await city.as('安全员', async (context) => createAccount(context, {
      unitId: await city.unitId('9901'), personName: signInName, signInName }))).account.id
    const [one, two] = [await fresh('deputy-one'), await fresh('deputy-two')]
    const give = (id: string, unit: string) => city.as('安全员', async (context) =>
      grantRole(context, { id, roleCode: 'audit-admin', unitId: await city.unitId(unit) }))
    await expect(give(one, '9901001')).rejects.toThrow('ADMINISTRATOR_UNIT')
    await give(one, '9901')
    await expect(give(two, '9901')).rejects.toThrow('TOO_MANY_HOLDERS')
  })

  it('is taken back at once, but not from oneself and not the last of an administrator', async () => {
    const grantOf = async (name: Name) => (await city.owner.query(
      'select id from accounts.grants where city_id = $1 and account_id = $2 and revoked_at is null order by from_on',
      [city.cityId, await city.accountId(name)])).rows[0].id as string
    const revoke = async (name: Name) => city.as('安全员', async (context) => revokeGrant(context, { id: await grantOf(name), reason: '离岗' }))
    await expect(revoke('安全员')).rejects.toThrow('OWN_GRANT')
    await expect(revoke('系统员')).rejects.toThrow('LAST_ADMINISTRATOR')
    const server = await city.serve()
    const cookie = await city.cookieOf('卫干事')
    await revoke('卫干事')
    expect((await server.inject({ url: '/api/units', headers: { cookie } })).statusCode).toBe(401)
  })
})

describe('delegating the own right', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    city.clock.moveTo(now.toISOString())
  })
  afterAll(() => city.close())
  const delegate = (by: Name, to: Name, untilOn = inDays(45)) => city.as(by, async (context) =>
    delegateRight(context, { accountId: await city.accountId(to), untilOn }))

  it('shows names of one\'s own range to choose from', async () => {
    const { items } = await city.as('赵干事', (context) => listColleagues(context, { limit: 50 }))
    expect(items.map(({ personName }) => personName).toSorted()).toEqual(['吴老师', '周主任', '孙主任', '韩校长'].toSorted())
  })

  it('gives the colleague this right at this unit until the day, and no longer', async () => {
    const delegation = await delegate('赵干事', '孙主任')
    expect(delegation).toMatchObject({ unitName: '东街镇', roleName: '关工委工作人员', untilOn: inDays(45), giverName: '赵干事', receiverName: '孙主任', isMine: true })
    const server = await city.serve()
    const answer = await server.inject({ method: 'POST', url: '/api/sessions', payload: { name: 'sun', password: testPassword } })
    expect(answer.json().grants.map((grant: { unitName: string; untilOn: string | null }) => [grant.unitName, grant.untilOn]))
      .toEqual([['东街镇', inDays(45)], ['东一村', null]])
    expect(answer.json().unit.name).toBe('东一村')
  })

  it('is refused beyond ninety days, outside the range, to oneself, of a volunteer and of an administrator', async () => {
    await expect(delegate('赵干事', '周主任', inDays(91))).rejects.toThrow('DELEGATION_TOO_LONG')
    await expect(delegate('赵干事', '钱干事')).rejects.toThrow('NOT_FOUND')
    await expect(delegate('赵干事', '赵干事')).rejects.toThrow('OWN_GRANT')
    await expect(delegate('吴老师', '孙主任')).rejects.toThrow('FORBIDDEN')
    await expect(delegate('安全员', '孙主任')).rejects.toThrow('FORBIDDEN')
    await expect(delegate('陈主任', '安全员')).rejects.toThrow('ROLE_EXCLUDES')
    await expect(delegate('赵干事', '孙主任')).rejects.toThrow('ALREADY_GRANTED')
  })

  it('is taken back by the giver alone', async () => {
    const { items } = await city.as('赵干事', (context) => listDelegations(context, { limit: 20 }))
    await expect(city.as('李组长', (context) => endDelegation(context, { id: items[0]!.id }))).rejects.toThrow('NOT_FOUND')
    await city.as('赵干事', (context) => endDelegation(context, { id: items[0]!.id }))
    expect((await city.as('赵干事', (context) => listDelegations(context, { limit: 20 }))).items).toEqual([])
  })

  it('falls with the right it came from', async () => {
    await delegate('李组长', '钱干事')
    const { rows } = await city.owner.query(`select id from accounts.grants where city_id = $1 and account_id = $2 and delegated_by is null`,
      [city.cityId, await city.accountId('李组长')])
    await city.as('安全员', (context) => revokeGrant(context, { id: rows[0].id, reason: '离岗' }))
    const left = await city.owner.query(`select 1 from accounts.grants where city_id = $1 and delegated_by = $2 and revoked_at is null`,
      [city.cityId, await city.accountId('李组长')])
    expect(left.rows).toEqual([])
  })
})
