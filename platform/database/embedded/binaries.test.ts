import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { prepareBinaries } from './binaries.ts'
import { thisMachine } from './surroundings.ts'
import { chooseSystemUser } from './system-user.ts'
import { ask, isRoot, start, startedBefore, temporaryFolder } from './test-scene.ts'

let made: string | undefined

afterAll(() => {
  if (made !== undefined) rmSync(path.dirname(made), { recursive: true, force: true })
})

/** A copy of the package as npm leaves it when it skips the postinstall script: without a single library link. */
function packageWithoutLinks(): string {
  made ??= copyPackage()
  const lib = path.join(made, 'native/lib')
  for (const name of readdirSync(lib)) if (lstatSync(path.join(lib, name)).isSymbolicLink()) rmSync(path.join(lib, name))
  return made
}

function copyPackage(): string {
  const home = mkdtempSync(path.join(realpathSync(tmpdir()), 'xinhuo-launch-'))
  execFileSync('cp', ['-a', thisMachine().packageFolder!, path.join(home, 'package')])
  return path.join(home, 'package')
}

test('missing library links are made, and a second start needs none', async () => {
  const packageFolder = packageWithoutLinks()
  chmodSync(path.dirname(packageFolder), 0o711)
  const link = path.join(packageFolder, 'native/lib/libpq.so.5')
  expect(existsSync(link)).toBe(false)
  const folder = await startedBefore()
  const server = await start({ folder }, { packageFolder, binaryCaches: [] })
  expect(await ask(server.superuserUrl, 'select 1')).toEqual([1])
  await server.stop()
  const first = lstatSync(link).ino
  await start({ folder }, { packageFolder, binaryCaches: [] })
  expect(lstatSync(link).ino).toBe(first)
})

test.runIf(isRoot)('binaries under a closed home are copied once to a place the account can read', async () => {
  const packageFolder = packageWithoutLinks()
  chmodSync(path.dirname(packageFolder), 0o700)
  const cache = path.join(temporaryFolder(), 'cache')
  const terms = { ...thisMachine(), packageFolder, binaryCaches: [cache] }
  const server = await start({ folder: await startedBefore() }, terms)
  expect(await ask(server.superuserUrl, 'select 1')).toEqual([1])
  const copy = prepareBinaries(terms, chooseSystemUser(terms)).postgres
  expect(copy.startsWith(cache)).toBe(true)
  const first = lstatSync(copy).ino
  expect(lstatSync(prepareBinaries(terms, chooseSystemUser(terms)).postgres).ino).toBe(first)
})

test.runIf(isRoot)('a cache folder others may write is not trusted', () => {
  const packageFolder = packageWithoutLinks()
  chmodSync(path.dirname(packageFolder), 0o700)
  const open = temporaryFolder()
  chmodSync(open, 0o777)
  const terms = { ...thisMachine(), packageFolder, binaryCaches: [open] }
  expect(() => prepareBinaries(terms, chooseSystemUser(terms))).toThrow(expect.objectContaining({ code: 'binaries-unusable' }))
  expect(readdirSync(open)).toEqual([])
})

test('a system without binaries, and a package npm did not install, are named in one sentence', () => {
  const terms = thisMachine()
  const user = chooseSystemUser(terms)
  const code = (change: Partial<typeof terms>) => {
    try {
      return prepareBinaries({ ...terms, ...change }, user).postgres
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  expect(code({ musl: true })).toBe('unsupported-platform')
  expect(code({ arch: 'riscv64' })).toBe('unsupported-platform')
  expect(code({ platform: 'darwin' })).toBe('unsupported-platform')
  expect(code({ packageFolder: undefined })).toBe('binaries-missing')
  expect(code({ packageFolder: temporaryFolder() })).toBe('binaries-missing')
})
