import { cpSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { prepareBinaries } from './binaries.ts'
import { thisMachine } from './surroundings.ts'
import { chooseSystemUser } from './system-user.ts'
import { ask, isRoot, start, temporaryFolder } from './test-scene.ts'

/** The package as npm leaves it when it skips the postinstall script: without a single library link. */
function packageWithoutLinks(folder: string): string {
  const from = thisMachine().packageFolder!
  const isWanted = (file: string) => !file.endsWith('.a') && !lstatSync(file).isSymbolicLink()
  cpSync(from, folder, { recursive: true, filter: isWanted })
  return folder
}

test('missing library links are made, and a second start needs none', async () => {
  const packageFolder = packageWithoutLinks(path.join(temporaryFolder(), 'package'))
  const link = path.join(packageFolder, 'native/lib/libpq.so.5')
  expect(existsSync(link)).toBe(false)
  const server = await start({ folder: temporaryFolder() }, { packageFolder, binaryCaches: [] })
  expect(await ask(server.superuserUrl, 'select 1')).toEqual([1])
  await server.stop()
  const made = lstatSync(link).ino
  await start({ folder: temporaryFolder() }, { packageFolder, binaryCaches: [] })
  expect(lstatSync(link).ino).toBe(made)
})

test.runIf(isRoot)('binaries under a closed home are copied once to a place the account can read', async () => {
  const home = temporaryFolder()
  mkdirSync(path.join(home, 'closed'), { mode: 0o700 })
  const packageFolder = packageWithoutLinks(path.join(home, 'closed/package'))
  const cache = path.join(home, 'cache')
  const server = await start({ folder: temporaryFolder() }, { packageFolder, binaryCaches: [cache] })
  expect(await ask(server.superuserUrl, 'select 1')).toEqual([1])
  const terms = { ...thisMachine(), packageFolder, binaryCaches: [cache] }
  const copy = prepareBinaries(terms, chooseSystemUser(terms)).postgres
  expect(copy.startsWith(cache)).toBe(true)
  const made = lstatSync(copy).ino
  expect(lstatSync(prepareBinaries(terms, chooseSystemUser(terms)).postgres).ino).toBe(made)
})

test.runIf(isRoot)('a cache folder others may write is not trusted', () => {
  const home = temporaryFolder()
  mkdirSync(path.join(home, 'closed'), { mode: 0o700 })
  const packageFolder = path.join(home, 'closed/package')
  cpSync(path.join(thisMachine().packageFolder!, 'package.json'), path.join(packageFolder, 'package.json'), { recursive: true })
  cpSync(path.join(thisMachine().packageFolder!, 'native/bin'), path.join(packageFolder, 'native/bin'), { recursive: true })
  cpSync(path.join(thisMachine().packageFolder!, 'native/pg-symlinks.json'), path.join(packageFolder, 'native/pg-symlinks.json'))
  mkdirSync(path.join(packageFolder, 'native/lib'))
  const terms = { ...thisMachine(), packageFolder, binaryCaches: ['/tmp'] }
  expect(() => prepareBinaries(terms, chooseSystemUser(terms))).toThrow(expect.objectContaining({ code: 'binaries-unusable' }))
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
  const empty = temporaryFolder()
  rmSync(path.join(empty, 'native'), { recursive: true, force: true })
  expect(code({ packageFolder: empty })).toBe('binaries-missing')
})
