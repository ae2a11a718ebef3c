import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { LaunchError } from './launch-error.ts'
import { startTestServer } from './test-server.ts'
import { ask, ended, isAlive, start, startedBefore, startElsewhere, temporaryFolder } from './test-scene.ts'

test('the first start creates the database, a later start finds its rows again', async () => {
  const folder = path.join(temporaryFolder(), 'data')
  const steps: string[] = []
  const first = await start({ folder, onProgress: ({ zh }) => steps.push(zh) })
  await ask(first.superuserUrl, 'create table kept as select 7 as n')
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  expect(steps).toHaveLength(2)
  const second = await start({ folder, onProgress: ({ zh }) => steps.push(zh) })
  expect(await ask(second.superuserUrl, 'select n from kept')).toEqual([7])
  expect(steps).toHaveLength(3)
  await second.stop()
  await second.stop()
})

test('the password is random, kept for the owner only, and asked for', async () => {
  const folder = await startedBefore()
  const server = await start({ folder })
  const file = path.join(folder, 'secrets/database.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  expect(new URL(server.superuserUrl).password).toMatch(/^[0-9a-f]{64}$/)
  await expect(ask(server.superuserUrl.replace(/:[0-9a-f]{64}@/, ':guess@'), 'select 1')).rejects.toThrow(/password/)
  const stored = `select rolpassword like 'SCRAM-SHA-256%' from pg_authid where rolname = 'postgres'`
  expect(await ask(server.superuserUrl, stored)).toEqual([true])
})

test('a lost password file is replaced without losing the rows', async () => {
  const folder = await startedBefore()
  const first = await start({ folder })
  await first.stop()
  rmSync(path.join(folder, 'secrets'), { recursive: true })
  const second = await start({ folder })
  expect(second.superuserUrl).not.toContain(new URL(first.superuserUrl).password)
  expect(await ask(second.superuserUrl, 'select n from kept')).toEqual([7])
})

test('no network reaches the server: it listens by a socket in a folder that is closed to others', async () => {
  const server = await start({ folder: await startedBefore(), settings: { listen_addresses: '*', work_mem: '5MB' } })
  expect(await ask(server.superuserUrl, 'show listen_addresses')).toEqual([''])
  expect(listeningPorts().filter((inode) => openSockets(server.pid).has(inode))).toEqual([])
  const [folder = ''] = await ask(server.superuserUrl, `select trim('"' from current_setting('unix_socket_directories'))`)
  expect(statSync(String(folder)).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(String(folder), '.s.PGSQL.5432')).mode & 0o777).toBe(0o700)
  expect(await ask(server.superuserUrl, 'show work_mem')).toEqual(['5MB'])
})

test('a folder whose path is too long for a socket has it in the temp folder, as long as the server runs', async () => {
  const folder = path.join(temporaryFolder(), '关心下一代工作平台的数据'.repeat(3), 'with a comma, a "quote" and more')
  const server = await start({ folder })
  const [place = ''] = await ask(server.superuserUrl, `select trim('"' from current_setting('unix_socket_directories'))`)
  expect(String(place)).toMatch(/xinhuo-socket-/)
  expect(statSync(String(place)).mode & 0o777).toBe(0o700)
  await server.stop()
  expect(existsSync(String(place))).toBe(false)
})

test('a folder with a comma, a quote and Chinese in its name holds the socket like any other', async () => {
  const folder = path.join(temporaryFolder(), '数据, "甲"')
  const server = await start({ folder })
  expect(await ask(server.superuserUrl, 'select 1')).toEqual([1])
})

/** The kernel's numbers of all sockets that listen at a port. */
function listeningPorts(): string[] {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((line) => / 0A /.test(line))
  return lines.flatMap((line) => line.trim().split(/\s+/)[9] ?? [])
}

function openSockets(pid: number): Set<string> {
  const links = readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`))
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []))
}

test('Chinese characters count as letters, so that trigram search keeps them', async () => {
  const server = await start({ folder: await startedBefore() })
  expect(await ask(server.superuserUrl, `select '关' ~ '^[[:alpha:]]$'`)).toEqual([true])
  expect(await ask(server.superuserUrl, 'select datctype from pg_database where datname = current_database()')).toEqual(['C.UTF-8'])
})

test('a folder is started once at a time, also by two starts at the same moment and by another process', async () => {
  const folder = await startedBefore()
  const results = await Promise.allSettled([start({ folder }), start({ folder })])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = results.find((result) => result.status === 'rejected')?.reason as LaunchError
  expect(refused).toBeInstanceOf(LaunchError)
  expect(refused.code).toBe('already-running')
  expect(refused.zh).toContain(folder)
  await expect(startElsewhere(folder, 'stays')).rejects.toThrow(/already-running|in use by another process/)
})

test('a process that leaves without stopping takes its server along', async () => {
  const { server } = await startElsewhere(await startedBefore(), 'leaves')
  await ended(server.pid)
  expect(isAlive(server.pid)).toBe(false)
})

test('a folder that cannot be written is refused with a sentence', async () => {
  const file = path.join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  await expect(start({ folder: path.join(file, 'data') })).rejects.toMatchObject({ code: 'folder-not-writable', zh: /无法写入/ })
})

test('settings PostgreSQL does not know are refused with its own reason, and the folder is free again', async () => {
  const folder = await startedBefore()
  await expect(start({ folder, settings: { no_such_setting: '1' } })).rejects.toMatchObject({ code: 'start-failed', en: /no_such_setting/ })
  await start({ folder })
})

test('a cluster of another version, or a recorded cluster that is gone, is never replaced by an empty one', async () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'cluster'))
  writeFileSync(path.join(folder, 'cluster/PG_VERSION'), '15\n')
  await expect(start({ folder })).rejects.toMatchObject({ code: 'cluster-of-other-version' })
  const other = temporaryFolder()
  writeFileSync(path.join(other, 'cluster-location.json'), JSON.stringify({ cluster: path.join(other, 'gone/cluster') }))
  await expect(start({ folder: other })).rejects.toMatchObject({ code: 'cluster-missing' })
})

test('the test server takes 200 connections and leaves nothing behind', async () => {
  const server = await startTestServer()
  expect(await ask(server.superuserUrl, 'show max_connections')).toEqual(['200'])
  expect(await ask(server.superuserUrl, 'show synchronous_commit')).toEqual(['off'])
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
  expect(existsSync(path.dirname(server.dataFolder))).toBe(false)
})
