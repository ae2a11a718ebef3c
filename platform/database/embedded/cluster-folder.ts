import { createHash } from 'node:crypto'
import { chownSync, existsSync, lchownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from './data-folder.ts'
import { LaunchError } from './launch-error.ts'
import type { Surroundings } from './surroundings.ts'
import { canEnter, type SystemUser } from './system-user.ts'

/** Where the cluster of a folder lies; `owner` is the uid of an existing one, undefined when none was initialized yet. */
export type ClusterPlace = { path: string; owner: number | undefined }

const recordOf = (folder: string) => path.join(folder, 'cluster-location.json')

/** Finds the folder's cluster, also one that went to a fallback. A recorded cluster that is gone is never replaced by an empty one. */
export function findCluster(folder: string): ClusterPlace {
  const record = recordOf(folder)
  const recorded = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as { cluster: string }).cluster : undefined
  const place = recorded ?? path.join(folder, 'cluster')
  if (existsSync(path.join(place, 'PG_VERSION'))) return { path: place, owner: statSync(place).uid }
  if (recorded === undefined || existsSync(path.dirname(place))) return { path: place, owner: undefined }
  throw new LaunchError('cluster-missing', {
    zh: `数据库原来存放在 ${place}，现在找不到了；请恢复该文件夹，或从备份还原。确认要建空库时再删除 ${record}。`,
    en: `The database was kept in ${place}, which is gone: put it back or restore a backup; delete ${record} only to begin empty.`,
  })
}

/** Chooses where a new cluster goes: into the folder, or, when the account cannot get there, into a named fallback. */
export function placeNewCluster(folder: string, found: ClusterPlace, user: SystemUser, surroundings: Surroundings): string {
  if (canHold(path.dirname(found.path), user)) return found.path
  for (const fallback of surroundings.clusterFallbacks) {
    const home = makeFallbackHome(fallback, folder)
    if (home === undefined || !canHold(home, user)) continue
    const place = path.join(home, 'cluster')
    writeFileSync(recordOf(folder), `${JSON.stringify({ cluster: place }, null, 2)}\n`, { flush: true })
    return place
  }
  throw unreachable(folder, user)
}

/** Whether a folder of the account can lie here: the way is open, and the disk knows owners (a Windows disk under WSL does not). */
function canHold(folder: string, user: SystemUser): boolean {
  const probe = mkdtempSync(path.join(folder, '.probe-'))
  try {
    chownSync(probe, user.uid, user.gid)
    return statSync(probe).uid === user.uid && canEnter(user, probe)
  } catch {
    return false
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

/** A home left by an earlier folder of the same path keeps its data: the new one gets the next name. */
function makeFallbackHome(fallback: string, folder: string): string | undefined {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  try {
    makeFolder(fallback, 0o755)
    let home = path.join(fallback, name)
    for (let count = 2; existsSync(path.join(home, 'cluster')); count += 1) home = path.join(fallback, `${name}-${count}`)
    makeFolder(home, 0o711)
    writeFileSync(path.join(home, 'belongs-to.json'), `${JSON.stringify({ folder }, null, 2)}\n`)
    return home
  } catch {
    return undefined
  }
}

/** Checks that an existing cluster can be used by this version and this account, and takes it over from an account that is gone. */
export function takeCluster(place: ClusterPlace, major: string, user: SystemUser, surroundings: Surroundings): void {
  const version = readFileSync(path.join(place.path, 'PG_VERSION'), 'utf8').trim()
  if (version !== major) {
    throw new LaunchError('cluster-of-other-version', {
      zh: `数据文件夹 ${place.path} 属于 PostgreSQL ${version}，本程序使用 PostgreSQL ${major}；请用旧版程序做备份，再用本版还原。`,
      en: `The cluster ${place.path} is of PostgreSQL ${version}, this program uses ${major}: back up with the old, restore with the new.`,
    })
  }
  if (place.owner !== user.uid && surroundings.uid !== 0) throw unreachable(place.path, user)
  if (place.owner !== user.uid) giveTo(user, place.path)
  if (!canEnter(user, place.path)) throw unreachable(place.path, user)
}

function unreachable(folder: string, user: SystemUser): LaunchError {
  return new LaunchError('cluster-unreachable', {
    zh: `系统用户 ${user.name} 无法进入 ${folder}，请开放其上级文件夹的通过权限(chmod o+x)并核对所有者，或换一个数据文件夹。`,
    en: `The user ${user.name} cannot get to ${folder}: allow passage through its parents (chmod o+x), check its owner, or move it.`,
  })
}

/** Hands a folder and everything in it to the account, without following links. */
export function giveTo(user: SystemUser, place: string): void {
  lchownSync(place, user.uid, user.gid)
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const inside = path.join(place, entry.name)
    if (entry.isDirectory()) giveTo(user, inside)
    else lchownSync(inside, user.uid, user.gid)
  }
}
