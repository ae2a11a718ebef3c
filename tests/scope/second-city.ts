import type pg from 'pg'
import { newId } from '#platform/crypto/id.ts'
import type { Pool } from '#platform/database/pool.ts'
import { newSessionToken } from '#platform/http/session-token.ts'
import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import type { Caller } from './caller.ts'

/** City number of the neighbour. */
export const secondCityId = 990200

/** A second city in the same database: what even the first one's office must not see. */
export async function addSecondCity(owner: pg.Client, pool: Pool): Promise<Caller> {
  const [unitId, accountId, grantId] = [newId(), newId(), newId()]
  const code = '9902'
  await owner.query(`insert into organization.cities (city_id, name, division_code) values ($1, '外地市', '990200')`, [secondCityId])
  await owner.query(`insert into organization.units
      (city_id, id, parent_id, code, scope_lo, scope_hi, level, kind, name, short_name, pinyin, pinyin_initials, established_on)
    values ($1, $2, null, $3, $4, $5, 'city', 'division', '外地市', '外地市关工委', '', '', '2010-06-01')`, [secondCityId, unitId, code, scopeLo(code), scopeHi(code)])
  await owner.query(`insert into accounts.accounts (city_id, id, scope_code, unit_id, sign_in_name, person_name) values ($1, $2, $3, $4, 'yang', '杨干事')`,
    [secondCityId, accountId, scopeLo(code), unitId])
  await owner.query(`insert into accounts.credentials (city_id, account_id, password_hash, must_change)
    select $1, $2, password_hash, false from accounts.credentials limit 1`,
    [secondCityId, accountId])
  await owner.query(`insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
    values ($1, $2, $3, $4, $5, 'office', '2020-01-01')`,
    [secondCityId, grantId, scopeLo(code), accountId, unitId])
  const token = newSessionToken(secondCityId)
  await pool.query('select access.open_session($1, $2, $3, $4, 3600, 36000, $5, $6)', [secondCityId, accountId, newId(), token.hash, '127.0.0.1', 'test'])
  return { name: '杨干事', role: 'office', cityId: secondCityId, accountId, volunteerId: null, unit: { id: unitId, code }, cookie: `xinhuo_session=${token.text}` }
}
