import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashToken } from '#platform/crypto/secrets.ts'
import { sealLetter, type SealingKey } from '#modules/phone/contract/sealing.ts'
import type { Recipe, Spot } from './spot.ts'

/** Phones, and letters of them that wait. */
export const phoneRecipes: Record<string, Recipe> = {
  phonedevice: { table: 'phone.devices', arrange: insertDevice },
  phonearrival: { table: 'phone.letters', arrange: sendLetter },
}

/** The secret of every phone arranged here. */
const secret = 'a-phone-of-the-walk'
/** By database and city: each city has a key of its own. */
const keys = new WeakMap<pg.Pool, Map<number, Promise<SealingKey>>>()

/** A phone could be enrolled by nobody but its owner: the owner of the database does. */
async function insertDevice(spot: Spot): Promise<string> {
  const id = randomUUID()
  await spot.owner.query(
    `insert into phone.devices (city_id, id, scope_code, unit_id, account_id, person_name, grant_id, name, platform, secret_hash, session_id)
     select $1, $2, u.scope_lo, u.id, $3, $4, gen_random_uuid(), '老人机', 'Android', $5,
       gen_random_uuid() from organization.units u where u.city_id = $1 and u.id = $6`,
    [spot.cityId, id, await spot.need('account'), `${spot.mark}老师`, hashToken(secret), spot.unit.id])
  return id
}

/** A visit without minutes, sealed as a phone does: it waits. */
async function sendLetter(spot: Spot): Promise<string> {
  const [itemId, deviceId, caseId] = [randomUUID(), await spot.need('phonedevice'), await spot.need('case')]
  const key = await findKey(spot)
  const item = await sealLetter(key, { itemId, letter: {
    deviceId, deviceSecret: secret, writtenAt: '2026-03-16T01:00:00Z', kind: 'visit',
    body: { caseId, madeOn: '2026-03-16', medium: 'home', minutes: 0, outcome: 'made', known: { caseVersion: 1, unitCode: spot.unit.code } },
  } })
  const answer = await spot.ask('POST', '/phone/letters', { items: [item] })
  const { rows } = await spot.owner.query<{ id: string }>('select id from phone.letters where city_id = $1 and item_id = $2', [spot.cityId, itemId])
  if (rows[0] === undefined) throw new Error(`a letter was not kept: ${JSON.stringify(answer)}`)
  return rows[0].id
}

/** The key of the city, told to whoever enrols a phone: one for the whole walk. */
function findKey(spot: Spot): Promise<SealingKey> {
  const ofCities = keys.get(spot.owner) ?? new Map<number, Promise<SealingKey>>()
  keys.set(spot.owner, ofCities)
  const known = ofCities.get(spot.cityId)
    ?? spot.ask('POST', '/phone/devices', { name: '城市办公室', platform: 'Android' }).then(({ sealingKey }) => sealingKey as SealingKey)
  ofCities.set(spot.cityId, known)
  return known
}
