import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActorRow } from '#platform/access/actor.ts'
import { tokenFromCookie } from '#platform/http/session-token.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

describe('who acts under a session', () => {
  let city: TestCity
  let token: { cityId: number; hash: Buffer }
  let before: ActorRow
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  /** Asks as a request does, in a transaction of its own that is committed. */
  const ask = async (client: { query: pg.Client['query'] } = city.ground.pool): Promise<ActorRow | undefined> =>
    (await client.query<ActorRow>('select * from access.app_begin($1, $2)', [token.cityId, token.hash])).rows[0]
  const change = (text: string, values: unknown[] = [before.account_id]) => city.owner.query(text, values)
  const session = async () => (await city.owner.query<{ is_kept: boolean; turn: string }>(
    'select (acting).account_id is not null as is_kept, turn from accounts.sessions where city_id = $1 and token_hash = $2',
    [token.cityId, token.hash])).rows[0]
  const stale = async () => (await city.owner.query('select * from access.list_stale_acting($1)', [token.cityId])).rows

  beforeEach(async () => {
    token = tokenFromCookie(await city.cookieOf('赵干事'))!
    before = (await ask())!
  })

  it('is put together once and kept, and the same is told again', async () => {
    expect(await session()).toMatchObject({ is_kept: true })
    const kept = (await session())?.turn
    expect(await ask()).toEqual(before)
    expect(await session()).toEqual({ is_kept: true, turn: kept })
    expect(await stale()).toEqual([])
  })

  it('follows the name, the volunteer and the password of the account at once', async () => {
    await change(`update accounts.accounts set person_name = '赵新名' where id = $1`)
    expect(await ask()).toMatchObject({ person_name: '赵新名' })
    await change('update accounts.credentials set must_change = true where account_id = $1')
    expect(await ask()).toMatchObject({ must_change: true })
    await change('update accounts.credentials set must_change = false where account_id = $1')
    await change(`update accounts.accounts set person_name = $2 where id = $1`, [before.account_id, before.person_name])
    expect(await ask()).toEqual(before)
  })

  it('acts no more from the moment the account is suspended, and again when it is resumed', async () => {
    await change(`update accounts.accounts set status = 'suspended' where id = $1`)
    expect(await ask()).toBeUndefined()
    await change(`update accounts.accounts set status = 'active' where id = $1`)
    expect(await ask()).toEqual(before)
  })

  it('has what a new right at the same unit gives, and loses it with the right', async () => {
    const { rows: [given] } = await change(`insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
      select city_id, gen_random_uuid(), scope_code, account_id, unit_id, 'accountant', from_on from accounts.grants where id = $1 returning id`,
    [before.grant_id])
    expect((await ask())?.permissions).toContain('ledger')
    await change('update accounts.grants set revoked_at = now() where id = $1', [given.id])
    expect(await ask()).toEqual(before)
    await change('delete from accounts.grants where id = $1', [given.id])
  })

  it('ends with its right', async () => {
    await change('update accounts.grants set revoked_at = now() where id = $1', [before.grant_id])
    expect(await ask()).toBeUndefined()
    await change('update accounts.grants set revoked_at = null where id = $1', [before.grant_id])
    expect(await ask()).toEqual(before)
  })

  it('ends with the last day of its right, though nothing was changed on the day after', async () => {
    await change(`update accounts.grants set until_on = current_date - 1 where id = $1`, [before.grant_id])
    // As it lay there the day before: put together while the right was good.
    await change(`update accounts.sessions set acting = row($3::uuid, '赵干事', null, $4::uuid, $5::uuid, $6::text, $7::uuid, $8::text, '', '', '', $9::text,
      $10::text, $11::text, false)::access.acting, acting_on = current_date - 1 where city_id = $1 and token_hash = $2`,
    [token.cityId, token.hash, before.account_id, before.session_id, before.grant_id, before.role_code, before.unit_id, before.unit_code, before.scope_lo,
      before.scope_hi, before.permissions])
    expect(await ask()).toBeUndefined()
    await change('update accounts.grants set until_on = null where id = $1', [before.grant_id])
    expect(await ask()).toEqual(before)
  })

  it('follows what its role may and whether the role has a range', async () => {
    await change(`update accounts.roles set permission_list = permission_list || ',nothing.real' where code = $1`, [before.role_code])
    expect((await ask())?.permissions).toContain('nothing.real')
    await change(`update accounts.roles set permission_list = replace(permission_list, ',nothing.real', '') where code = $1`, [before.role_code])
    expect(await ask()).toEqual(before)
  })

  it('follows the name and the range of its unit', async () => {
    await change(`update organization.units set name = name || '新' where id = $1`, [before.unit_id])
    expect(await ask()).toMatchObject({ unit_name: `${before.unit_name}新` })
    await change(`update organization.units set name = $2 where id = $1`, [before.unit_id, before.unit_name])
    expect(await ask()).toEqual(before)
  })

  it('is not kept where a right is taken away while it is put together, and waits for nobody', async () => {
    const taking = new pg.Client({ connectionString: city.urls.owner })
    await taking.connect()
    try {
      await change('update accounts.sessions set acting = null where city_id = $1 and token_hash = $2', [token.cityId, token.hash])
      await taking.query('begin')
      await taking.query('update accounts.grants set revoked_at = now() where id = $1', [before.grant_id])
      // The right still holds for whoever asks now; what is put together now must not outlive it.
      expect(await ask()).toEqual(before)
      await taking.query('commit')
      expect(await ask()).toBeUndefined()
      expect(await stale()).toEqual([])
    } finally {
      await taking.end()
      await change('update accounts.grants set revoked_at = null where id = $1', [before.grant_id])
    }
  })

  it('is taken away by a change that comes while a request still notes it', async () => {
    const asking = new pg.Client({ connectionString: city.urls.app })
    const taking = new pg.Client({ connectionString: city.urls.owner })
    await Promise.all([asking.connect(), taking.connect()])
    try {
      await change('update accounts.sessions set acting = null where city_id = $1 and token_hash = $2', [token.cityId, token.hash])
      await asking.query('begin')
      expect(await ask(asking as never)).toEqual(before)
      const taken = taking.query('update accounts.grants set revoked_at = now() where id = $1', [before.grant_id])
      await new Promise((resolve) => { setTimeout(resolve, 100) })
      await asking.query('commit')
      await taken
      expect(await ask()).toBeUndefined()
    } finally {
      await Promise.all([asking.end(), taking.end()])
      await change('update accounts.grants set revoked_at = null where id = $1', [before.grant_id])
    }
  })

  it('is found by verify where it differs from the registers', async () => {
    expect(await ask()).toEqual(before)
    await change('alter table accounts.grants disable trigger grants_acting', [])
    try {
      await change('update accounts.grants set revoked_at = now() where id = $1', [before.grant_id])
      expect(await stale()).toHaveLength(1)
    } finally {
      await change('update accounts.grants set revoked_at = null where id = $1', [before.grant_id])
      await change('alter table accounts.grants enable trigger grants_acting', [])
    }
    expect(await stale()).toEqual([])
  })
})
