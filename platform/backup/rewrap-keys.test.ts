import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMasterKey, type MasterKeys } from '#platform/crypto/master-key.ts'
import { newMasterKeys } from '#platform/crypto/master-key-set.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { countForeignKeys, isServerRunning, rewrapStoredKeys } from './rewrap-keys.ts'

let city: TestCity
let first: MasterKeys
const persons = Array.from({ length: 1203 }, () => newId())
const keys = new Map<string, Buffer>()
const ownerOf = (personId: string) => ({ cityId: String(city.cityId), personId })

beforeAll(async () => {
  city = await openTestCity()
  first = city.ground.installation.masterKeys
  await city.owner.query(`create schema strange; create table strange.person_keys (city_id int, id uuid, wrapped bytea, primary key (city_id, id));
    insert into platform.table_kinds values ('strange.person_keys', 'city-wide', 'city')`)
  for (const id of persons) {
    const { dataKey, wrapped } = newWrappedKey(first, ownerOf(id))
    keys.set(id, dataKey.export())
    await city.owner.query('insert into strange.person_keys values ($1, $2, $3)', [city.cityId, id, wrapped])
  }
  await city.owner.query('insert into strange.person_keys values ($1, $2, null)', [city.cityId, newId()])
})
afterAll(async () => city.close())

test('after a rotation every key opens as before, under the new master key, and erased ones stay erased', async () => {
  expect(await countForeignKeys(city.urls.owner, first)).toBe(0)
  const rotated = addMasterKey(city.ground.installation.dataFolder)
  expect(await countForeignKeys(city.urls.owner, rotated)).toBe(persons.length)
  expect(await rewrapStoredKeys(city.urls.owner, rotated)).toEqual({ rewrapped: persons.length, unreadable: 0 })
  expect(await countForeignKeys(city.urls.owner, rotated)).toBe(0)
  const { rows } = await city.owner.query<{ id: string; wrapped: Buffer | null }>('select id, wrapped from strange.person_keys')
  const opened = rows.filter(({ wrapped }) => wrapped !== null)
  expect(rows.length - opened.length).toBe(1)
  for (const { id, wrapped } of opened) expect(unwrapKey(rotated, wrapped ?? Buffer.alloc(0), ownerOf(id)).export()).toEqual(keys.get(id))
})

test('an interrupted run is taken up: what is wrapped by the current key is left alone', async () => {
  const rotated = addMasterKey(city.ground.installation.dataFolder)
  let told = 0
  const interrupted = rewrapStoredKeys(city.urls.owner, rotated, () => {
    if ((told += 1) === 2) throw new Error('the power went out')
  })
  await expect(interrupted).rejects.toThrow('the power went out')
  expect(await countForeignKeys(city.urls.owner, rotated)).toBe(203)
  expect(await rewrapStoredKeys(city.urls.owner, rotated)).toEqual({ rewrapped: 203, unreadable: 0 })
})

test('a key that no master key opens is counted and left as it is', async () => {
  const [stranger, id] = [newMasterKeys(new Date()), newId()]
  const { wrapped } = newWrappedKey(stranger, ownerOf(id))
  await city.owner.query('insert into strange.person_keys values ($1, $2, $3)', [city.cityId, id, wrapped])
  const rotated = addMasterKey(city.ground.installation.dataFolder)
  expect(await rewrapStoredKeys(city.urls.owner, rotated)).toEqual({ rewrapped: persons.length, unreadable: 1 })
  const { rows } = await city.owner.query<{ wrapped: Buffer }>('select wrapped from strange.person_keys where id = $1', [id])
  expect(rows[0]?.wrapped).toEqual(wrapped)
})

test('a running server is noticed', async () => {
  await city.ground.pool.query('select 1')
  expect(await isServerRunning(city.urls.owner)).toBe(true)
})
