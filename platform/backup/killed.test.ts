import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { makeBackup } from './make.ts'
import { asking, scene, sourceOf } from './testing/scene.ts'

const { newFolder } = scene()
const maker = fileURLToPath(new URL('./testing/test-maker.ts', import.meta.url))
let city: TestCity

beforeAll(async () => {
  city = await openTestCity()
  await city.owner.query(`insert into platform.settings
    select $1, 'filler.' || n, '2026-01-01', to_jsonb(repeat(md5(n::text), 30)), '' from generate_series(1, 60000) n`, [city.cityId])
})
afterAll(async () => city.close())

test('kill -9 while an archive is made leaves no file of its name, and the next one clears up', async () => {
  const folder = newFolder()
  const target = path.join(folder, 'killed.backup')
  const { urls, dataFolder } = sourceOf(city)
  const child = spawn(process.execPath, [maker, urls.owner, urls.worker, dataFolder, target], { stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const half = path.join(folder, `.killed.backup.${child.pid}.half`)
  while (child.exitCode === null && (await stat(half).catch(() => undefined))?.size === undefined) await pause(2)
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  expect(await readdir(folder)).toEqual([path.basename(half)])
  await backendsGone()
  await makeBackup({ ...sourceOf(city), target })
  expect(await readdir(folder)).toEqual(['killed.backup'])
})

test('two archives are never made at once, and a taken name is never written over', async () => {
  const folder = newFolder()
  const target = path.join(folder, 'one.backup')
  const first = makeBackup({ ...sourceOf(city), target })
  await halfOf(folder)
  await expect(makeBackup({ ...sourceOf(city), target: path.join(folder, 'two.backup') })).rejects.toMatchObject({ code: 'ALREADY_RUNNING' })
  const { bytes } = await first
  await expect(makeBackup({ ...sourceOf(city), target })).rejects.toMatchObject({ code: 'TARGET_EXISTS' })
  expect((await stat(target)).size).toBe(bytes)
})

test('an archive whose database goes away leaves nothing behind', async () => {
  const folder = newFolder()
  const making = makeBackup({ ...sourceOf(city), target: path.join(folder, 'lost.backup') })
  const outcome = making.then(() => 'made', () => 'refused')
  await halfOf(folder)
  await city.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'xinhuo-backup' and datname = current_database()`)
  expect(await outcome).toBe('refused')
  expect(await readdir(folder)).toEqual([])
})

async function halfOf(folder: string): Promise<void> {
  while (!(await readdir(folder)).some((name) => name.endsWith('.half'))) await pause(2)
}

async function backendsGone(): Promise<void> {
  await asking(city.urls.owner, async (client) => {
    const question = `select 1 from pg_stat_activity where application_name = 'xinhuo-backup' and datname = current_database()`
    while ((await client.query(question)).rowCount !== 0) await pause(20)
  })
}
