import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries.ts'
import { LaunchError } from './launch-error.ts'
import { runAs, type SystemUser } from './system-user.ts'

/** What initdb and the single-user mode need; `ending` tells that the program is to stop, and what is under way with it. */
export type ClusterTools = { binaries: Binaries; user: SystemUser; cluster: string; ending?: AbortSignal | undefined }

/** Character types to try: with plain C, trigram search would drop every Chinese character, and not every system names it alike. */
const characterTypes = ['C.UTF-8', 'C.utf8', 'zh_CN.UTF-8', 'en_US.UTF-8']

/** Creates the cluster beside its place and renames at the end: a start that was cut off leaves nothing to be mistaken for a cluster. */
export async function initializeCluster(tools: ClusterTools, password: string, durable: boolean): Promise<void> {
  const half = `${tools.cluster}.half`
  const passwordFile = `${tools.cluster}.password`
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    chownSync(passwordFile, tools.user.uid, tools.user.gid)
    await tryCharacterTypes(tools, half, [`--pwfile=${passwordFile}`, ...(durable ? [] : ['--no-sync'])])
    renameSync(half, tools.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

async function tryCharacterTypes(tools: ClusterTools, folder: string, extra: string[]): Promise<void> {
  let output = ''
  for (const characterType of characterTypes) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { mode: 0o700 })
    chownSync(folder, tools.user.uid, tools.user.gid)
    const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', `--lc-ctype=${characterType}`]
    const run = await runTool(tools, tools.binaries.initdb, ['-D', folder, '-U', 'postgres', ...locale, '-A', 'scram-sha-256', ...extra])
    if (run.code === 0) return
    output = run.output
    if (!/invalid locale name|locale/i.test(output)) break
  }
  throw new LaunchError('initialization-failed', {
    zh: `数据库初始化失败，请检查 ${tools.cluster} 所在磁盘的剩余空间和权限(${lastLine(output)})。`,
    en: `The database could not be initialized: check space and rights of the disk that holds ${tools.cluster} (${lastLine(output)}).`,
  }, output)
}

/** Gives an existing, stopped cluster a new superuser password, for a folder whose secrets were lost. */
export async function resetPassword(tools: ClusterTools, password: string): Promise<void> {
  const statement = `alter user postgres password '${password}'\n`
  const run = await runTool(tools, tools.binaries.postgres, ['--single', '-D', tools.cluster, 'postgres'], statement)
  if (run.code === 0 && !/ERROR|FATAL/.test(run.output)) return
  throw new LaunchError('start-failed', {
    zh: `数据库密码文件丢失，重设密码也没有成功，请恢复数据文件夹中的 secrets/database.json(${lastLine(run.output)})。`,
    en: `The database's password file is lost and a new one could not be set: restore secrets/database.json (${lastLine(run.output)}).`,
  }, run.output)
}

async function runTool(tools: ClusterTools, program: string, args: string[], input = ''): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, { ...runAs(tools.user), stdio: ['pipe', 'pipe', 'pipe'] })
  const interrupt = () => void child.kill('SIGTERM')
  tools.ending?.addEventListener('abort', interrupt)
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  tools.ending?.removeEventListener('abort', interrupt)
  return { code, output: out + err }
}

/** The line of a program's output that names the cause. */
export function lastLine(output: string): string {
  const lines = output.trim().split('\n')
  return (lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? '').trim()
}
