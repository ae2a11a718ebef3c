import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { newSessionToken } from '#platform/http/session-token.ts'
import { scopeLo } from '#platform/values/scope-code.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { Caller } from './caller.ts'
import { send, type Answer } from './desk.ts'
import { addSecondCity } from './second-city.ts'

// A staff workbook names units and roles in its cells, where the walk over the operations does not look: here its rows are the attack.

const mapping = { name: 0, unit: 1, role: 2, signInName: 3 }

describe('staff imported by a security administrator', { timeout: 60_000 }, () => {
  let city: TestCity
  let server: FastifyInstance
  let [ofCity, ofCounty, abroad]: [Caller, Caller, Caller] = [] as never
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
    const outsider = await addSecondCity(city.owner, city.ground.pool)
    const officer = (name: string, of: Pick<Caller, 'cityId' | 'unit'>) => addOfficer(city, { name, ...of })
    ofCity = await officer('安全甲', { cityId: city.cityId, unit: await unitOf('9901') })
    ofCounty = await officer('安全乙', { cityId: city.cityId, unit: await unitOf('9901001') })
    abroad = await officer('安全丙', outsider)
  })
  afterAll(() => city.close())

  const unitOf = async (code: string) => ({ id: await city.unitId(code), code })
  const call = (caller: Caller, method: string, path: string, input: Record<string, unknown> = {}): Promise<Answer> =>
    send(server, caller, { method, path, input })
  const upload = async (caller: Caller, rows: readonly string[]): Promise<string> => {
    const file = new File([`\uFEFF${['姓名,单位,角色,用户名', ...rows].join('\r\n')}\r\n`], 'staff.csv', { type: 'text/csv' })
    const { status, body } = await call(caller, 'POST', '/imports', { kind: 'staff', file })
    expect([status, body]).toEqual([201, expect.anything()])
    return (body as { id: string }).id
  }
  const check = async (caller: Caller, rows: readonly string[]): Promise<string> => {
    const id = await upload(caller, rows)
    expect((await call(caller, 'POST', '/imports/{id}/mapping', { id, mapping })).status).toBe(200)
    return id
  }
  /** Accounts and rights of everybody, by the owner's word. */
  const everyone = async (): Promise<string[]> => (await city.owner.query<{ who: string }>(`
    select concat_ws(' ', a.city_id, u.code, a.sign_in_name, g.role_code) as who from accounts.accounts a
      join organization.units u on u.city_id = a.city_id and u.id = a.unit_id
      left join accounts.grants g on g.city_id = a.city_id and g.account_id = a.id order by 1`)).rows.map(({ who }) => who)
  const addedSince = async (before: readonly string[]): Promise<string[]> => (await everyone()).filter((who) => !before.includes(who))

  it('get no account at a unit outside the range: the other city’s, the one above, the neighbour’s', async () => {
    const before = await everyone()
    const id = await check(ofCounty, [
      '何甲,外地市,关工委工作人员,he1', '何乙,9902,关工委工作人员,he2', '何丙,试验市,关工委工作人员,he3', '何丁,9901,儿童主任,he4',
      '何戊,乙县,关工委工作人员,he5', '何己,990100200010001,儿童主任,he6', '何庚,99,关工委工作人员,he7', '何辛,东街镇,关工委工作人员,he8'])
    const problems = (await call(ofCounty, 'GET', '/imports/{id}/problems', { id })).body as { items: { rowNumber: number }[] }
    expect(problems.items.map(({ rowNumber }) => rowNumber).toSorted((one, other) => one - other)).toEqual([2, 3, 4, 5, 6, 7, 8])
    expect((await call(ofCounty, 'POST', '/imports/{id}/commit', { id })).status).toBe(200)
    expect(await addedSince(before)).toEqual([`${city.cityId} 99010010001 he8 office`])
  })

  it('hide the unit where it is foreign as where there is none', async () => {
    const id = await check(ofCounty, ['何甲,乙县,关工委工作人员,hf1', '何乙,没有的县,关工委工作人员,hf2'])
    const { items } = (await call(ofCounty, 'GET', '/imports/{id}/problems', { id })).body as { items: { rowNumber: number; message: string }[] }
    expect(items.map(({ rowNumber }) => rowNumber)).toEqual([2, 3])
    expect(new Set(items.map(({ message }) => message)).size).toBe(1)
  })

  it('are read, mapped, committed and undone by nobody of another range, city or role', async () => {
    const id = await check(ofCity, ['何某,东街镇,关工委工作人员,hg1'])
    const before = await everyone()
    const strangers = [ofCounty, abroad, ...await Promise.all((['陈主任', '赵干事', '系统员', '审计员', '郑部长', '吴老师'] as const).map(callerOf))]
    for (const stranger of strangers) {
      for (const [method, path] of [['GET', ''], ['GET', '/problems'], ['POST', '/mapping'], ['POST', '/commit'], ['POST', '/undo']] as const) {
        const { status } = await call(stranger, method, `/imports/{id}${path}`, { id, ...(path === '/mapping' ? { mapping } : {}) })
        expect([stranger.name, method, path, [403, 404].includes(status)]).toEqual([stranger.name, method, path, true])
      }
      expect([stranger.name, [403, 404].includes((await call(stranger, 'GET', '/import-workbook', { id })).status)]).toEqual([stranger.name, true])
      const { status, body } = await call(stranger, 'GET', '/imports')
      expect([stranger.name, status === 403 || !(body as { items: { id: string }[] }).items.some((item) => item.id === id)]).toEqual([stranger.name, true])
    }
    expect(await addedSince(before)).toEqual([])
    expect((await call(ofCity, 'POST', '/imports/{id}/commit', { id })).status).toBe(200)
    expect(await addedSince(before)).toEqual([`${city.cityId} 99010010001 hg1 office`])
  })

  it('are uploaded by nobody else', async () => {
    for (const name of ['陈主任', '系统员', '审计员', '孙主任'] as const) {
      const file = new File(['姓名,单位\r\n何某,东街镇\r\n'], 'staff.csv', { type: 'text/csv' })
      expect([name, (await call(await callerOf(name), 'POST', '/imports', { kind: 'staff', file })).status]).toEqual([name, 403])
    }
  })

  async function callerOf(name: PersonName): Promise<Caller> {
    return { ...ofCity, name, cookie: await city.cookieOf(name) }
  }
})

/** An account that is security administrator of one unit and all below, signed in. */
async function addOfficer(city: TestCity, { name, cityId, unit }: Pick<Caller, 'name' | 'cityId' | 'unit'>): Promise<Caller> {
  const [accountId, grantId, token] = [newId(), newId(), newSessionToken(cityId)]
  await city.owner.query('insert into accounts.accounts (city_id, id, scope_code, unit_id, sign_in_name, person_name) values ($1, $2, $3, $4, $5, $5)',
    [cityId, accountId, scopeLo(unit.code), unit.id, name])
  await city.owner.query(`insert into accounts.credentials (city_id, account_id, password_hash, must_change)
    select $1, $2, password_hash, false from accounts.credentials limit 1`, [cityId, accountId])
  await city.owner.query(`insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
    values ($1, $2, $3, $4, $5, 'security-admin', '2020-01-01')`, [cityId, grantId, scopeLo(unit.code), accountId, unit.id])
  await city.ground.pool.query('select access.open_session($1, $2, $3, $4, 3600, 36000, $5, $6)', [cityId, accountId, newId(), token.hash, '127.0.0.1', 'test'])
  return { name, role: 'security-admin', cityId, accountId, volunteerId: null, unit, cookie: `xinhuo_session=${token.text}` }
}
