import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { giveTo } from './cluster-folder.ts'
import { thisMachine } from './surroundings.ts'
import { chooseSystemUser } from './system-user.ts'
import { ask, isRoot, start, startedBefore, startElsewhere, temporaryFolder } from './test-scene.ts'

const nobody = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/nonexistent:/bin/false\n'
const ownerOf = (pid: number) => Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

test('the account is postgres before node before nobody, never root, and the owner of a cluster before all', () => {
  const root = { ...thisMachine(), uid: 0 }
  const others = ['node:x:1000:1000::/home/node:/bin/sh', 'postgres:x:101:104::/var/lib/postgresql:/bin/sh', 'zhao:x:1001:1001::/:/bin/sh']
  const passwd = `${nobody}${others.join('\n')}\n`
  expect(chooseSystemUser({ ...root, passwd }).name).toBe('postgres')
  expect(chooseSystemUser({ ...root, passwd: passwd.replace('postgres:', 'other:') }).name).toBe('node')
  expect(chooseSystemUser({ ...root, passwd: nobody }).name).toBe('nobody')
  expect(chooseSystemUser({ ...root, passwd }, 1001).name).toBe('zhao')
  expect(chooseSystemUser({ ...root, passwd }, 0).name).toBe('postgres')
  expect(chooseSystemUser({ ...root, passwd }, 4242).name).toBe('postgres')
  const onlyRoot = { ...root, passwd: 'root:x:0:0::/root:/bin/sh' }
  expect(() => chooseSystemUser(onlyRoot)).toThrow(expect.objectContaining({ code: 'no-system-user' }))
})

test.runIf(!isRoot)('an ordinary user runs the server as itself', async () => {
  const server = await start({ folder: await startedBefore() })
  expect(ownerOf(server.pid)).toBe(process.getuid?.())
})

test.runIf(isRoot)('an ordinary user runs the server as itself, in a folder of its own', async () => {
  const folder = path.join(temporaryFolder(), 'home')
  mkdirSync(folder, { mode: 0o700 })
  chownSync(folder, 65534, 65534)
  const { server } = await startElsewhere(folder, 'stays', 65534)
  expect(server.uid).toBe(65534)
  expect(ownerOf(server.pid)).toBe(65534)
  expect(await ask(server.superuserUrl, 'select 1')).toEqual([1])
  expect(existsSync(path.join(folder, 'cluster/PG_VERSION'))).toBe(true)
})

test.runIf(isRoot)('an ordinary user is refused a folder of root with a sentence', async () => {
  const folder = temporaryFolder()
  await expect(startElsewhere(folder, 'stays', 65534)).rejects.toThrow(/folder-not-writable|cannot be written/)
})

test.runIf(isRoot)('as root the server runs as an account without rights, also where no postgres account exists', async () => {
  const server = await start({ folder: await startedBefore() })
  expect(ownerOf(server.pid)).not.toBe(0)
  const other = await start({ folder: temporaryFolder() }, { passwd: nobody })
  expect(ownerOf(other.pid)).toBe(65534)
  expect(statSync(other.dataFolder)).toMatchObject({ uid: 65534 })
  expect(await ask(other.superuserUrl, 'select 1')).toEqual([1])
})

test.runIf(isRoot)('a cluster whose account is gone from the system is handed to the account of today', async () => {
  const folder = await startedBefore()
  giveTo({ name: 'gone', uid: 54321, gid: 54321 }, path.join(folder, 'cluster'))
  const second = await start({ folder })
  expect(ownerOf(second.pid)).not.toBe(54321)
  expect(await ask(second.superuserUrl, 'select n from kept')).toEqual([7])
})

test.runIf(isRoot)('under a closed home the cluster goes to the named fallback and is found again', async () => {
  const [home, fallback] = [temporaryFolder(), path.join(temporaryFolder(), 'xinhuo')]
  chmodSync(home, 0o700)
  const folder = path.join(home, 'data')
  const terms = { clusterFallbacks: ['/proc/none', fallback] }
  const first = await start({ folder }, terms)
  expect(first.dataFolder.startsWith(`${fallback}/`)).toBe(true)
  await ask(first.superuserUrl, 'create table kept as select 7 as n')
  await first.stop()
  const second = await start({ folder }, { clusterFallbacks: [] })
  expect(await ask(second.superuserUrl, 'select n from kept')).toEqual([7])
  await second.stop()
  rmSync(folder, { recursive: true })
  const anew = await start({ folder }, terms)
  expect(anew.dataFolder).not.toBe(first.dataFolder)
  expect(existsSync(path.join(first.dataFolder, 'PG_VERSION'))).toBe(true)
})

test.runIf(isRoot)('a cluster that was shut in later, or has no fallback, is refused with a sentence', async () => {
  const home = await startedBefore()
  chmodSync(home, 0o700)
  await expect(start({ folder: home })).rejects.toMatchObject({ code: 'cluster-unreachable' })
  await expect(start({ folder: path.join(home, 'new') }, { clusterFallbacks: [] })).rejects.toMatchObject({ code: 'cluster-unreachable' })
})
