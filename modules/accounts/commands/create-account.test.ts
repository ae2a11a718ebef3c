import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getAccount, listAccounts } from '../queries/list-accounts.ts'
import { createAccount } from './create-account.ts'
import { updateAccount } from './update-account.ts'

describe('opening an account', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const input = async (signInName: string) => ({ unitId: await city.unitId('99010010001'), personName: '何新', signInName, phone: '13800005678' })

  it('shows the first password once; it must be changed, and without a right nobody gets in', async () => {
    const { account, firstPassword } = await city.as('安全员', async (context) => createAccount(context, await input('hexin')))
    expect(firstPassword).toMatch(/^[a-z]{4}-\d{4}-[a-z]{4}$/)
    expect(account).toMatchObject({ personName: '何新', unitName: '东街镇', unitCode: '99010010001', mustChangePassword: true, grants: [] })
    const server = await city.serve()
    const answer = await server.inject({ method: 'POST', url: '/api/sessions', payload: { name: 'hexin', password: firstPassword } })
    expect(answer.json().code).toBe('NO_GRANT')
  })

  it('takes no sign-in name twice', async () => {
    await expect(city.as('安全员', async (context) => createAccount(context, await input('hexin')))).rejects.toThrow('SIGN_IN_NAME_TAKEN')
  })

  it('takes no name that differs from another in capitals alone, nor one typed in full width', async () => {
    await expect(city.as('安全员', async (context) => createAccount(context, await input('HeXin')))).rejects.toThrow('SIGN_IN_NAME_TAKEN')
    const server = await city.serve()
    const answer = await server.inject({ method: 'POST', url: '/api/accounts', headers: { cookie: await city.cookieOf('安全员') },
      payload: await input('ｈｅｘｉｎ') })
    expect([answer.statusCode, answer.json().data.issues[0].message]).toEqual([422, '用户名中的字母和数字请用半角输入'])
  })

  it('keeps a telephone the way its tail is looked for, and takes none that cannot be called', async () => {
    const server = await city.serve()
    const headers = { cookie: await city.cookieOf('安全员') }
    const open = async (signInName: string, phone: string) => server.inject({ method: 'POST', url: '/api/accounts', headers,
      payload: { ...await input(signInName), personName: '言语', phone } })
    const opened = await open('hedianhua', '１３８ ００００-９９１１')
    expect([opened.statusCode, opened.json().account.phone]).toEqual([201, '13800009911'])
    const refused = await open('hedianhua2', '没有电话')
    expect([refused.statusCode, refused.json().data.issues[0].path]).toEqual([422, ['phone']])
    for (const asked of ['9911', '９９１１', 'HEDIAN', 'ｈｅｄｉａｎ']) {
      const found = await server.inject({ url: `/api/accounts?q=${encodeURIComponent(asked)}`, headers })
      expect(found.json().items.map((one: { signInName: string }) => one.signInName), asked).toEqual(['hedianhua'])
    }
  })

  it('belongs to a volunteer that can be seen, or is refused beside the field', async () => {
    const volunteer = async (id: string, scopeCode: string) => city.owner.query(`insert into volunteers.volunteers
      (city_id, id, scope_code, unit_id, name, sex, categories, capacity, joined_on, joined_by, status)
      values ($1, $2, $3, $4, '何五老', 'male', '{cadre}', 0, '2020-01-01', 'organised', 'active')`,
    [city.cityId, id, scopeCode, await city.unitId('99010010001')])
    const [own, foreign] = [newId(), newId()]
    await volunteer(own, '990100100010000000')
    await volunteer(foreign, '980100000000000000')
    const open = async (signInName: string, volunteerId: string) =>
      city.as('安全员', async (context) => createAccount(context, { ...await input(signInName), volunteerId }))
    for (const volunteerId of [foreign, newId()]) {
      await expect(open('hewulao', volunteerId)).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['volunteerId'] }] } })
    }
    expect((await open('hewulao', own)).account.personName).toBe('何新')
    const { rows } = await city.owner.query('select is_referred from volunteers.volunteers where id = $1', [own])
    expect(rows, 'an undone import leaves the volunteer').toEqual([{ is_referred: true }])
  })

  it('is not opened at a unit that was closed, nor moved there', async () => {
    const closed = await city.unitId('990100200010002')
    await city.owner.query(`update organization.units set closed_on = '2026-03-01' where id = $1`, [closed])
    await expect(city.as('安全员', async (context) => createAccount(context, { ...await input('hesan'), unitId: closed }))).rejects.toThrow('UNIT_CLOSED')
    await expect(city.as('安全员', async (context) => updateAccount(context, {
      id: await city.accountId('周主任'), version: 1, personName: '周主任', phone: null, unitId: closed }))).rejects.toThrow('UNIT_CLOSED')
  })

  it('keeps no password anywhere but as a hash', async () => {
    const { firstPassword } = await city.as('安全员', async (context) => createAccount(context, await input('heer')))
    const { rows } = await city.owner.query('select password_hash from accounts.credentials where city_id = $1', [city.cityId])
    expect(rows.every((row) => String(row.password_hash).startsWith('$argon2id$'))).toBe(true)
    const entries = await city.owner.query('select 1 from audit.entries where city_id = $1 and details::text like $2', [city.cityId, `%${firstPassword}%`])
    expect(entries.rows).toEqual([])
  })

  it('is seen by the office of the range and by the security administrator, not by the neighbour', async () => {
    const found = await city.as('赵干事', (context) => listAccounts(context, { q: '何', limit: 20 }))
    expect(found.items.map(({ signInName }) => signInName).toSorted()).toEqual(['heer', 'hewulao', 'hexin'])
    expect((await city.as('赵干事', (context) => listAccounts(context, { q: '5678', limit: 20 }))).items).toHaveLength(3)
    await expect(city.as('钱干事', (context) => getAccount(context, { id: found.items[0]!.id }))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('审计员', (context) => listAccounts(context, { limit: 20 }))).rejects.toThrow('FORBIDDEN')
  })

  it('pages people by unit and name without losing one', async () => {
    const all = (await city.as('安全员', (context) => listAccounts(context, { limit: 200 }))).items.map(({ id }) => id)
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null;) {
      const page = await city.as('安全员', (context) => listAccounts(context, { limit: 3, ...(after ? { after } : {}) }))
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect(seen).toEqual(all)
  })
})
