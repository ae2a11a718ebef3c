import { newId } from '#platform/crypto/id.ts'
import { scopeLo } from '#platform/values/scope-code.ts'
import type { Recipe, Spot } from './spot.ts'

/** Accounts and grants of people who never sign in here. */
export const accountRecipes: Record<string, Recipe> = {
  account: { table: 'accounts.accounts', arrange: openAccount },
  colleague: { table: 'accounts.accounts', arrange: openAccount, seenBy: (caller) => `id <> '${caller.accountId}'` },
  suspendedaccount: { table: 'accounts.accounts', arrange: suspend },
  // What was recorded when a child of the place was registered.
  auditentry: { table: 'audit.entries', arrange: findEntry },
  grant: { table: 'accounts.grants', arrange: giveGrant },
}

async function openAccount(spot: Spot): Promise<string> {
  const id = newId()
  await spot.owner.query(`insert into accounts.accounts (city_id, id, scope_code, unit_id, sign_in_name, person_name) values ($1, $2, $3, $4, $5, $6)`,
    [spot.cityId, id, scopeLo(spot.unit.code), spot.unit.id, `walk-${spot.serial()}`, `${spot.mark}干事`])
  await spot.owner.query(`insert into accounts.credentials (city_id, account_id, password_hash, must_change) values ($1, $2, 'none', false)`, [spot.cityId, id])
  return id
}

async function giveGrant(spot: Spot): Promise<string> {
  const [id, account] = [newId(), await spot.need('account')]
  await spot.owner.query(`insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
    values ($1, $2, $3, $4, $5, 'leader', '2020-01-01')`,
    [spot.cityId, id, scopeLo(spot.unit.code), account, spot.unit.id])
  return id
}

async function suspend(spot: Spot): Promise<string> {
  const id = await openAccount(spot)
  await spot.owner.query(`update accounts.accounts set status = 'suspended' where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

async function findEntry(spot: Spot): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>('select id from audit.entries where city_id = $1 and subject_id = $2 order by id limit 1',
    [spot.cityId, await spot.need('child')])
  return String(rows[0]?.id)
}
