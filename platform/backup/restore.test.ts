import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordAudit } from '#platform/audit/record.ts'
import { verifyAudit } from '#platform/audit/verify.ts'
import { newMasterKeys } from '#platform/crypto/master-key-set.ts'
import { openPool } from '#platform/database/pool.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { checkBackup, type Verification } from './check.ts'
import { makeBackup, type MadeBackup } from './make.ts'
import { migrationsFor, openRestored, restoreBackup } from './restore.ts'
import { sealAudit } from './seal-audit.ts'
import { fillEmptyTables, fingerprintsOf, oddText } from './testing/fill-tables.ts'
import { asking, makeOf, scene, sourceOf } from './testing/scene.ts'

const { newFolder, newDataFolder, newDatabaseUrl } = scene()
let city: TestCity
let made: MadeBackup
let unfilled: string[]

beforeAll(async () => {
  city = await openTestCity()
  for (let count = 0; count < 20; count += 1) {
    await city.as('李组长', (context) => recordAudit(context, { verb: 'test.done', subjectKind: 'test', details: { odd: oddText.replaceAll('\0', ''), count } }))
  }
  await city.owner.query(`insert into platform.settings values ($1, $2, 'infinity', $3, $4)`, [city.cityId, oddText, JSON.stringify(oddText), ''])
  await sealAll()
  unfilled = await fillEmptyTables(city.owner, city.cityId)
  const files = path.join(city.ground.installation.dataFolder, 'files')
  await mkdir(path.join(files, 'ab'), { recursive: true })
  await mkdir(path.join(files, 'incoming'))
  await writeFile(path.join(files, 'ab', 'ab'.repeat(16)), Buffer.from([0, 255, 10, 13]))
  await writeFile(path.join(files, 'incoming', 'half'), 'half an upload')
  made = await makeOf(city, newFolder())
})
afterAll(async () => city.close())

async function sealAll(): Promise<void> {
  await city.settled()
  await sealAudit(sourceOf(city))
}

const target = () => ({ archive: made.target, masterKeys: city.ground.installation.masterKeys })

describe('an archive restored into an empty database', () => {
  let before: Map<string, string>
  let databaseUrl: string
  let dataFolder: string

  beforeAll(async () => {
    before = await fingerprintsOf(city.owner);
    [databaseUrl, dataFolder] = [await newDatabaseUrl(), newDataFolder()]
    await restoreBackup({ ...target(), dataFolder, databaseUrl })
  })

  test('holds every row of every table as it was, odd signs included', async () => {
    const after = await asking(databaseUrl, fingerprintsOf)
    before.delete('platform.installation')
    after.delete('platform.installation')
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before))
    expect(before.size - unfilled.length).toBeGreaterThan(12)
  })

  test('is another installation: new id, next epoch, and it knows whose backup it is', async () => {
    const own = await city.owner.query('select id, epoch from platform.installation')
    const restored = await asking(databaseUrl, (client) => client.query('select id, epoch, restored_from from platform.installation'))
    expect(restored.rows[0]).toMatchObject({ epoch: own.rows[0].epoch + 1, restored_from: own.rows[0].id })
    expect(restored.rows[0].id).not.toBe(own.rows[0].id)
  })

  test('has its references and triggers back', async () => {
    const constraints = `select conrelid::regclass::text as place, conname, pg_get_constraintdef(oid) as text
      from pg_constraint where contype = 'f' order by 1, 2`
    const triggers = `select tgrelid::regclass::text as place, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`
    for (const question of [constraints, triggers]) {
      const [own, restored] = [await city.owner.query(question), await asking(databaseUrl, (client) => client.query(question))]
      expect(restored.rows).toEqual(own.rows)
    }
  })

  test('goes on numbering behind the rows it holds', async () => {
    const question = `select nextval('audit.entry_positions') > (select max(position) from audit.entries) as behind`
    const next = await asking(databaseUrl, (client) => client.query(question))
    expect(next.rows[0].behind).toBe(true)
  })

  test('has the files, without what was still arriving', async () => {
    expect(await readFile(path.join(dataFolder, 'files', 'ab', 'ab'.repeat(16)))).toEqual(Buffer.from([0, 255, 10, 13]))
    expect(await readdir(path.join(dataFolder, 'files'))).toEqual(['ab'])
  })

  test('has an audit chain that verifies against the new head outside the database', async () => {
    const pool = openPool(databaseUrl, { max: 1 })
    const found = await verifyAudit(pool, { cityId: city.cityId, dataFolder }).finally(() => pool.end())
    expect(found).toMatchObject({ findings: [], links: expect.any(Number) })
    expect(found.links).toBeGreaterThanOrEqual(20)
  })

  test('goes from there into an embedded database, where the verifications run, and back', async () => {
    const masterKeys = city.ground.installation.masterKeys
    const worker = new URL(databaseUrl);
    [worker.username, worker.password] = ['xinhuo_worker', 'test']
    const second = path.join(newFolder(), 'second.backup')
    await makeBackup({ urls: { owner: databaseUrl, app: '', worker: worker.toString() }, dataFolder, masterKeys, target: second })
    const prints: Map<string, string>[] = []
    const verification: Verification = {
      name: { zh: '试验', en: 'a trial' },
      run: async ({ urls }) => {
        prints.push(await asking(urls.owner, fingerprintsOf))
        return ['one thing is wrong']
      },
    }
    const checked = await checkBackup({ archive: second, masterKeys, verifications: [verification] })
    expect(checked.findings).toEqual([{ verification: { zh: '试验', en: 'a trial' }, message: 'one thing is wrong' }])
    expect(prints[0]?.get('audit.entries')).toBe(before.get('audit.entries'))
    expect(prints[0]?.get('organization.units')).toBe(before.get('organization.units'))
  }, 60_000)
})

test('waiting jobs come again: the relay goes back to the first entry whose jobs were not done', async () => {
  const place = await city.owner.query(`select id, epoch, tx, position from audit.entries where verb = 'test.done' order by epoch, tx, position limit 1`)
  const { id, epoch, tx, position } = place.rows[0]
  await city.owner.query(`create table if not exists graphile_worker.jobs (key text, attempts int, max_attempts int)`)
  await city.owner.query(`insert into graphile_worker.jobs values ($1, 2, 11), ('schedule:write-audit-head', 0, 3)`, [`remind:${city.cityId}:${id}`])
  await city.owner.query(`insert into audit.watermarks values ($1, 'relay', $2, $3::bigint + 1000, 1) on conflict (city_id, reader)
    do update set epoch = excluded.epoch, tx = excluded.tx, position = excluded.position`, [city.cityId, epoch, tx])
  const { target: archive } = await makeOf(city, newFolder())
  await city.owner.query('drop table graphile_worker.jobs')
  const databaseUrl = await newDatabaseUrl()
  await restoreBackup({ ...target(), archive, dataFolder: newDataFolder(), databaseUrl })
  const mark = await asking(databaseUrl, (client) => client.query(`select epoch, tx, position from audit.watermarks where reader = 'relay'`))
  expect(mark.rows).toEqual([{ epoch, tx, position: String(BigInt(position) - 1n) }])
})

test('an archive made while two writers write holds whole transactions only', async () => {
  let [isOver, pairs] = [false, 0]
  const write = async (who: string) => asking(city.urls.owner, async (client) => {
    while (!isOver) {
      const key = `${who}-${pairs += 1}`
      await client.query('begin')
      await client.query(`insert into platform.settings values ($1, $2, '2026-01-01', '1', 'pair')`, [city.cityId, key])
      await client.query(`insert into platform.idempotency_keys values ($1, gen_random_uuid(), $2, '', '1')`, [city.cityId, key])
      await client.query('commit')
      await breathe()
    }
  })
  const writers = [write('one'), write('two')]
  const { target: archive } = await makeOf(city, newFolder())
  isOver = true
  await Promise.all(writers)
  const databaseUrl = await newDatabaseUrl()
  await restoreBackup({ ...target(), archive, dataFolder: newDataFolder(), databaseUrl })
  const found = await asking(databaseUrl, (client) => client.query(`
    select count(s.name)::int as settings, count(k.key)::int as keys, count(*)::int as both
      from (select name from platform.settings where source = 'pair') s
      full join (select key from platform.idempotency_keys where key ~ '^(one|two)-') k on k.key = s.name`))
  const [{ settings, keys, both }] = found.rows
  expect(settings).toBeGreaterThan(0)
  expect([settings, keys]).toEqual([both, both])
})

describe('nothing is restored', () => {
  const rewritten = async (change: (bytes: Buffer) => Buffer) => {
    const archive = path.join(newFolder(), 'changed.backup')
    await writeFile(archive, change(await readFile(made.target)))
    return archive
  }
  const refusalOf = async (archive: string, masterKeys = city.ground.installation.masterKeys) => {
    const [dataFolder, databaseUrl] = [newDataFolder(), await newDatabaseUrl()]
    const refused = await restoreBackup({ archive, masterKeys, dataFolder, databaseUrl }).then(() => 'restored', (error: { code?: string }) => error.code)
    expect(await readdir(dataFolder)).toEqual(['secrets'])
    return refused
  }

  test.each([0.001, 0.1, 0.5, 0.9, 0.9999])('from an archive with one flipped byte at %f of its length', async (share) => {
    const archive = await rewritten((bytes) => {
      const at = 24 + Math.floor((bytes.length - 24) * share)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    })
    expect(await refusalOf(archive)).toBe('DAMAGED')
  })

  test.each([0.3, 0.999])('from an archive cut at %f of its length', async (share) => {
    expect(await refusalOf(await rewritten((bytes) => bytes.subarray(0, Math.floor(bytes.length * share))))).toBe('DAMAGED')
  })

  test('from a file that is no archive, and from none', async () => {
    expect(await refusalOf(await rewritten(() => Buffer.from('{"a": "workbook perhaps, but long enough"}')))).toBe('NOT_AN_ARCHIVE')
    expect(await refusalOf(path.join(newFolder(), 'nowhere.backup'))).toBe('MISSING')
  })

  test('with the keys of another installation', async () => {
    expect(await refusalOf(made.target, newMasterKeys(new Date()))).toBe('WRONG_KEY')
  })

  test('into a database that is in use', async () => {
    const refused = restoreBackup({ ...target(), dataFolder: newDataFolder(), databaseUrl: city.urls.owner })
    await expect(refused).rejects.toMatchObject({ code: 'TARGET_NOT_EMPTY', sentence: { zh: expect.stringContaining('空') } })
  })

  test('into a data folder that holds files, or a cluster', async () => {
    for (const place of ['files/ab/x', 'cluster/PG_VERSION']) {
      const dataFolder = newDataFolder()
      await mkdir(path.join(dataFolder, path.dirname(place)), { recursive: true })
      await writeFile(path.join(dataFolder, place), 'x')
      await expect(restoreBackup({ ...target(), dataFolder, databaseUrl: undefined })).rejects.toMatchObject({ code: 'TARGET_NOT_EMPTY' })
      expect(await readFile(path.join(dataFolder, place), 'utf8')).toBe('x')
    }
  })

  test('from an archive of a newer program, or of a program with another schema of the same name', () => {
    const own = made.manifest.migrations.map((migration) => ({ ...migration, sql: '' }))
    expect(() => migrationsFor(made.manifest, own.slice(0, -1))).toThrow('更新的程序')
    expect(() => migrationsFor(made.manifest, own.map((migration) => ({ ...migration, checksum: 'x' })))).toThrow('不一致')
    expect(migrationsFor({ ...made.manifest, migrations: made.manifest.migrations.slice(0, 3) }, own)).toHaveLength(3)
  })

  test('when the load fails midway, and the same place can be tried again', async () => {
    const [dataFolder, databaseUrl] = [newDataFolder(), await newDatabaseUrl()]
    await asking(databaseUrl, (client) => client.query('create schema theirs; create table theirs.kept (n int)'))
    await mkdir(path.join(dataFolder, 'files', 'ab', 'ab'.repeat(16)), { recursive: true })
    await expect(openRestored({ ...target(), dataFolder, databaseUrl })).rejects.toThrow('EEXIST')
    const schemas = `select nspname from pg_namespace where nspname in ('platform', 'access', 'audit', 'theirs')`
    const left = await asking(databaseUrl, (client) => client.query(schemas))
    expect(left.rows).toEqual([{ nspname: 'theirs' }])
    await restoreBackup({ ...target(), dataFolder, databaseUrl })
    expect((await asking(databaseUrl, fingerprintsOf)).get('organization.units')).toMatch(/^14:/)
  })
})

test('the archive shows nobody and opens nothing: neither names nor keys nor passwords stand in it', async () => {
  const { readArchive } = await import('./archive-file.ts')
  const { dataFolder, masterKeys } = sourceOf(city)
  const sealed = await readFile(made.target)
  for (const word of ['东街镇', 'organization', 'sign_in_name']) expect(sealed.includes(word)).toBe(false)
  const blocks: Uint8Array[] = []
  for await (const block of readArchive(made.target, masterKeys.derive('backup'))) blocks.push(block)
  const open = Buffer.concat(blocks)
  expect(open.includes('东街镇')).toBe(true)
  for (const { key } of masterKeys.reveal().keys) {
    expect(open.includes(key) || open.includes(Buffer.from(key, 'base64'))).toBe(false)
  }
  expect(open.includes('secrets')).toBe(false)
  expect(await readdir(path.join(dataFolder, 'secrets'))).not.toEqual([])
})
