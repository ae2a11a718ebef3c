import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { checkBackup } from './check.ts'
import { makeBackup } from './make.ts'
import { restoreBackup } from './restore.ts'
import { fillEmptyTables, fingerprintsOf } from './testing/fill-tables.ts'
import { asking, makeOf, scene, sourceOf } from './testing/scene.ts'

const binaries = '/usr/lib/postgresql/15/bin'
const { newFolder, newDataFolder } = scene()
let city: TestCity

beforeAll(async () => {
  city = await openTestCity()
})
afterAll(async () => city.close())

test('an archive of 300 MB takes no more memory than one of 100 MB', async () => {
  const small = await grow({ from: 1, to: 110_000 }).then(makeAlone)
  const large = await grow({ from: 110_001, to: 330_000 }).then(makeAlone)
  expect(large.plainBytes - small.plainBytes).toBeGreaterThan(200_000_000)
  expect(large.grownKiB - small.grownKiB).toBeLessThan(40 * 1024)
}, 120_000)

async function grow({ from, to }: { from: number; to: number }): Promise<void> {
  await city.owner.query(`insert into platform.settings
    select $1, 'filler.' || n, '2026-01-01', to_jsonb(repeat(md5(n::text), 30)), '' from generate_series($2::int, $3::int) n`, [city.cityId, from, to])
}

async function makeAlone(): Promise<{ grownKiB: number; plainBytes: number }> {
  const { urls, dataFolder } = sourceOf(city)
  const maker = fileURLToPath(new URL('./testing/test-maker.ts', import.meta.url))
  const target = path.join(newFolder(), `${newId()}.backup`)
  const { stdout, stderr } = spawnSync(process.execPath, [maker, urls.owner, urls.worker, dataFolder, target], { encoding: 'utf8' })
  return JSON.parse(stdout || stderr) as { grownKiB: number; plainBytes: number }
}

describe.skipIf(!existsSync(path.join(binaries, 'postgres')))('PostgreSQL 15 of the system', () => {
  test('takes an archive of the embedded 18, owned by a role that is no superuser, and gives one back', async () => {
    await city.owner.query(`delete from platform.settings where name like 'filler.%'`)
    await fillEmptyTables(city.owner, city.cityId)
    const [before, masterKeys] = [await fingerprintsOf(city.owner), sourceOf(city).masterKeys]
    const { target: archive } = await makeOf(city, newFolder())
    const server = await startSystemServer(newFolder())
    try {
      const dataFolder = newDataFolder()
      await restoreBackup({ archive, masterKeys, dataFolder, databaseUrl: server.ownerUrl })
      const worker = new URL(server.ownerUrl);
      [worker.username, worker.password] = ['xinhuo_worker', 'test']
      const back = path.join(newFolder(), 'back.backup')
      await makeBackup({ urls: { owner: server.ownerUrl, app: '', worker: worker.toString() }, dataFolder, masterKeys, target: back })
      const prints: Map<string, string>[] = []
      const verification = { name: { zh: '比对', en: 'comparing' }, run: async (found: { urls: { owner: string } }) => {
        prints.push(await asking(found.urls.owner, fingerprintsOf))
        return []
      } }
      await checkBackup({ archive: back, masterKeys, verifications: [verification] })
      const [after] = prints
      for (const moved of ['platform.installation', 'audit.seals', 'audit.watermarks']) {
        before.delete(moved)
        after?.delete(moved)
      }
      expect(Object.fromEntries(after ?? [])).toEqual(Object.fromEntries(before))
    } finally {
      await server.stop()
    }
  }, 180_000)
})

/** A cluster of the system's version with an owner role that may make roles and nothing more. */
async function startSystemServer(folder: string): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  const user = existsSync('/etc/passwd') ? /^postgres:x?:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) : null
  const identity = process.getuid?.() === 0 ? { uid: Number(user?.[1]), gid: Number(user?.[2]) } : {}
  chmodSync(folder, 0o711)
  const cluster = path.join(folder, 'cluster15')
  mkdirSync(cluster, { mode: 0o700 })
  if (identity.uid !== undefined) chownSync(cluster, identity.uid, identity.gid)
  const made = spawnSync(path.join(binaries, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], { ...identity, encoding: 'utf8' })
  expect(made.status, made.stderr).toBe(0)
  const port = 20_000 + (process.pid % 20_000)
  const child = spawn(path.join(binaries, 'postgres'),
    ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    { ...identity, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const superuserUrl = `postgres://postgres@127.0.0.1:${port}/postgres`
  while (!await asking(superuserUrl, (client) => client.query('select 1')).then(() => true, () => false)) await pause(50)
  for (const statement of [`create role keeper login createrole password 'keeper'`, 'create database xinhuo owner keeper']) {
    await asking(superuserUrl, (client) => client.query(statement))
  }
  const stop = async () => {
    child.kill('SIGINT')
    await ended
  }
  return { ownerUrl: `postgres://keeper:keeper@127.0.0.1:${port}/xinhuo`, stop }
}
