import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { ask, isAlive, killHard, start, startedBefore, startElsewhere } from './test-scene.ts'

test('after kill -9 of PostgreSQL an immediate start finds every committed row', async () => {
  const folder = await startedBefore()
  const first = await start({ folder })
  await ask(first.superuserUrl, 'update kept set n = 8')
  process.kill(first.pid, 'SIGKILL')
  await first.stop()
  const second = await start({ folder })
  expect(await ask(second.superuserUrl, 'select n from kept')).toEqual([8])
})

test('a backend that outlives its killed server is ended before the next one starts', async () => {
  const folder = await startedBefore()
  const { child, server } = await startElsewhere(folder, 'stays')
  const client = new pg.Client({ connectionString: server.superuserUrl })
  const broken = once(client, 'error')
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const busy = client.query('do $$ begin loop end loop; end $$').catch(() => 'cut off')
  await killHard(child.pid!)
  await killHard(server.pid)
  expect(isAlive(rows[0]!.pid)).toBe(true)
  const next = await start({ folder })
  expect(isAlive(rows[0]!.pid)).toBe(false)
  expect(await ask(next.superuserUrl, 'select 1')).toEqual([1])
  await Promise.all([broken, busy])
})

test('a server orphaned by kill -9 of its Node process is shut down in order and started anew', async () => {
  const folder = await startedBefore()
  const { child, server } = await startElsewhere(folder, 'stays')
  await ask(server.superuserUrl, 'update kept set n = 8')
  await killHard(child.pid!)
  expect(isAlive(server.pid)).toBe(true)
  const steps: string[] = []
  const next = await start({ folder, onProgress: ({ zh }) => steps.push(zh) })
  expect(isAlive(server.pid)).toBe(false)
  expect(steps[0]).toContain('上次遗留')
  expect(next.pid).not.toBe(server.pid)
  expect(await ask(next.superuserUrl, 'select n from kept')).toEqual([8])
})

test('a stale postmaster.pid whose number now belongs to another program is removed, and that program lives on', async () => {
  const folder = await startedBefore()
  const first = await start({ folder })
  const file = path.join(first.dataFolder, 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  process.kill(first.pid, 'SIGKILL')
  await first.stop()
  const other = spawn('sleep', ['60'])
  onTestFinished(() => void other.kill('SIGKILL'))
  writeFileSync(file, [String(other.pid), ...lines.slice(1)].join('\n'))
  const second = await start({ folder })
  expect(await ask(second.superuserUrl, 'select 1')).toEqual([1])
  expect(isAlive(other.pid!)).toBe(true)
})

test('the server of another folder is never taken for a leftover of this one', async () => {
  const [folder, otherFolder] = [await startedBefore(), await startedBefore()]
  const [first, other] = [await start({ folder }), await start({ folder: otherFolder })]
  const file = path.join(first.dataFolder, 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  await first.stop()
  writeFileSync(file, [String(other.pid), ...lines.slice(1)].join('\n'))
  await start({ folder })
  expect(await ask(other.superuserUrl, 'select 1')).toEqual([1])
})
