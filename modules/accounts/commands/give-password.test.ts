import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { tellOfGivenPassword } from '../jobs/tell-of-given-password.ts'
import { getAccount } from '../queries/list-accounts.ts'
import { listGivenPasswords } from '../queries/list-given-passwords.ts'
import { givePassword } from './give-password.ts'

describe('resetting a forgotten password', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const give = (by: Parameters<TestCity['as']>[0], to: Parameters<TestCity['as']>[0]) =>
    city.as(by, async (context) => givePassword(context, { id: await city.accountId(to), reason: '本人到办公室要求' }))

  it('is done by the office of the own unit; the new one must be changed first', async () => {
    const { firstPassword } = await give('赵干事', '孙主任')
    const server = await city.serve()
    const answer = await server.inject({ method: 'POST', url: '/api/sessions', payload: { name: 'sun', password: firstPassword } })
    expect(answer.json().mustChangePassword).toBe(true)
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    expect((await server.inject({ url: '/api/units', headers: { cookie } })).json().code).toBe('PASSWORD_CHANGE_REQUIRED')
    await server.inject({ method: 'POST', url: '/api/passwords/change', headers: { cookie }, payload: { oldPassword: firstPassword,
      newPassword: 'chunfeng2026' } })
    expect((await server.inject({ url: '/api/units', headers: { cookie } })).statusCode).toBe(200)
  })

  it('is not done by an office further up, next door, or by the security administrator', async () => {
    await expect(give('李组长', '孙主任')).rejects.toThrow('NOT_OWN_OFFICE')
    await expect(give('陈主任', '孙主任')).rejects.toThrow('NOT_OWN_OFFICE')
    await expect(give('安全员', '孙主任')).rejects.toThrow('NOT_OWN_OFFICE')
    await expect(give('钱干事', '孙主任')).rejects.toThrow('NOT_FOUND')
    await expect(give('孙主任', '吴老师')).rejects.toThrow('FORBIDDEN')
    await expect(give('赵干事', '赵干事')).rejects.toThrow('OWN_GRANT')
  })

  it('is offered on the page of the account to whom it will not be refused, and to nobody else', async () => {
    const offered = (by: Parameters<TestCity['as']>[0], to: Parameters<TestCity['as']>[0]) =>
      city.as(by, async (context) => (await getAccount(context, { id: await city.accountId(to) })).mayGivePassword)
    expect(await offered('赵干事', '孙主任')).toBe(true)
    const others = [['李组长', '孙主任'], ['陈主任', '孙主任'], ['安全员', '孙主任'], ['赵干事', '赵干事'], ['陈主任', '系统员'], ['安全员', '审计员']] as const
    for (const [by, to] of others) expect(await offered(by, to), `${by} ${to}`).toBe(false)
  })

  it('never concerns an administrator: whoever knew the password could do that work', async () => {
    for (const name of ['系统员', '安全员', '审计员'] as const) await expect(give('陈主任', name), name).rejects.toThrow('NOT_OWN_OFFICE')
    await expect(give('安全员', '审计员')).rejects.toThrow('NOT_OWN_OFFICE')
  })

  it('is seen by the security administrator, in a list and in the inbox', async () => {
    const { items } = await city.as('安全员', (context) => listGivenPasswords(context, { limit: 20 }))
    expect(items.map(({ giverName, personName, unitName, reason }) => [giverName, personName, unitName, reason])).toEqual([['赵干事', '孙主任', '东一村', '本人到办公室要求']])
    await runJobsInline(city, [{ jobs: [tellOfGivenPassword] }])
    const { rows } = await city.owner.query('select title, recipient_account_id from notices.notices where city_id = $1', [city.cityId])
    expect(rows).toEqual([{ title: '孙主任 的密码已由办公室重置', recipient_account_id: await city.accountId('安全员') }])
    await expect(city.as('陈主任', (context) => listGivenPasswords(context, { limit: 20 }))).rejects.toThrow('FORBIDDEN')
  })
})
