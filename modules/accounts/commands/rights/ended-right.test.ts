import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { addDays, dayInChina } from '#platform/values/local-date.ts'
import { getSession } from '../../queries/get-session.ts'
import { switchUnit } from '../switch-unit.ts'
import { delegateRight } from './delegate-right.ts'
import { endDelegation } from './end-delegation.ts'

// Which grants hold today is decided by the database's own day, so the clock stands at the real present here.
const now = new Date()

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  city.clock.moveTo(now.toISOString())
})
afterAll(() => city.close())

/** 孙主任 of a village works for the office of the town, by what 赵干事 handed over. */
async function workByDelegation() {
  const delegation = await city.as('赵干事', async (context) =>
    delegateRight(context, { accountId: await city.accountId('孙主任'), untilOn: addDays(dayInChina(now), 10) }))
  const session = await city.as('孙主任', (context) => switchUnit(context, { grantId: delegation.id }))
  expect([session.unit.name, session.roleCode]).toEqual(['东街镇', 'office'])
  return delegation.id
}

const sessionOfSun = () => city.as('孙主任', (context) => getSession(context))

it('a right taken back while somebody works under it gives way to the one he still holds, without signing in again', async () => {
  const id = await workByDelegation()
  await city.as('赵干事', (context) => endDelegation(context, { id }))
  const server = await city.serve()
  const answer = await server.inject({ url: '/api/sessions/current', headers: { cookie: await city.cookieOf('孙主任') } })
  expect(answer.statusCode).toBe(200)
  expect([answer.json().unit.name, answer.json().roleCode]).toEqual(['东一村', 'care-worker'])
  expect(answer.json().permissions).not.toContain('volunteer.import')
  expect(answer.headers['x-grant']).toBe(`${answer.json().grantId}:990100100010001`)
})

it('so does one whose last day is over', async () => {
  const id = await workByDelegation()
  await city.owner.query(`update accounts.grants set from_on = current_date - 5, until_on = current_date - 1 where city_id = $1 and id = $2`, [city.cityId, id])
  expect((await sessionOfSun()).unit.name).toBe('东一村')
})

it('what only the ended right allowed is refused at once', async () => {
  const id = await workByDelegation()
  await city.as('赵干事', (context) => endDelegation(context, { id }))
  await expect(city.as('孙主任', async (context) => delegateRight(context, { accountId: await city.accountId('周主任'), untilOn: dayInChina(now) })))
    .rejects.toThrow('NOT_FOUND')
})

it('who has no right left is told so in one sentence, and a session that is over stays over', async () => {
  const server = await city.serve()
  const ask = async () => server.inject({ url: '/api/units', headers: { cookie: await city.cookieOf('蒋主任') } })
  await ask()
  await city.owner.query(`update accounts.grants set revoked_at = now() where city_id = $1 and account_id = $2`, [city.cityId, await city.accountId('蒋主任')])
  const refused = await ask()
  expect([refused.statusCode, refused.json().code, refused.json().message])
    .toEqual([401, 'NO_RIGHT_LEFT', '您的权限已到期或被收回，账号目前没有可用的权限，请联系安全管理员。'])
  await city.owner.query(`update accounts.sessions set ended_at = now() where city_id = $1 and account_id = $2`, [city.cityId, await city.accountId('蒋主任')])
  expect((await ask()).json().code).toBe('UNAUTHENTICATED')
})
