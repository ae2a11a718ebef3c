import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { LaunchError } from './launch-error.ts'
import type { Surroundings } from './surroundings.ts'

/** The account PostgreSQL runs as. */
export type SystemUser = { name: string; uid: number; gid: number }

/** Process options that run a program as an account, with nothing inherited that PostgreSQL would read as a setting. */
export type RunAs = { cwd: string; env: Record<string, string>; uid?: number; gid?: number }

/** Accounts without further rights on the machine, best first. */
const candidates = ['postgres', 'node', 'nobody']

/**
 * Picks the account: ourselves, or as root (which PostgreSQL refuses) one that exists already. The owner of an existing
 * cluster is kept, so that a cluster does not change hands when somebody installs a `postgres` account later.
 */
export function chooseSystemUser(surroundings: Surroundings, clusterOwner?: number): SystemUser {
  if (surroundings.uid !== 0) return ourselves()
  const accounts = readAccounts(surroundings.passwd)
  const owner = accounts.find((account) => account.uid === clusterOwner && account.uid !== 0)
  const chosen = owner ?? candidates.map((name) => accounts.find((account) => account.name === name)).find((found) => found !== undefined)
  if (chosen) return chosen
  throw new LaunchError('no-system-user', {
    zh: `内置数据库不能以 root 身份运行，请先建立系统用户 postgres(例如执行 useradd --system postgres)，再重新启动。`,
    en: 'The embedded database cannot run as root: create the system user postgres (useradd --system postgres) and start again.',
  })
}

function ourselves(): SystemUser {
  try {
    const { username, uid, gid } = userInfo()
    return { name: username, uid, gid }
  } catch (cause) {
    const uid = process.getuid?.() ?? -1
    throw new LaunchError(
      'no-system-user',
      {
        zh: `当前用户编号 ${uid} 在系统中没有登记，请换用已登记的用户启动，或在 /etc/passwd 中登记该用户。`,
        en: `User id ${uid} is not registered on this system: start as a registered user or add it to /etc/passwd.`,
      },
      cause,
    )
  }
}

function readAccounts(passwd: string): SystemUser[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

/** Process options for that account. Changing the uid is left out when it is our own: only root may ask for it. */
export function runAs(user: SystemUser): RunAs {
  const plain = { cwd: '/', env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' } }
  return process.getuid?.() === user.uid ? plain : { ...plain, uid: user.uid, gid: user.gid }
}

/** Whether the account may enter the folder. The system itself is asked: modes alone miss access lists and read-only mounts. */
export function canEnter(user: SystemUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...runAs(user), stdio: 'ignore' }).status === 0
}
