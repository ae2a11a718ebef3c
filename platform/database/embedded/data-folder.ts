import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { LaunchError } from './launch-error.ts'

/** Makes the data folder if needed and returns its real path. */
export function openDataFolder(folder: string): string {
  const wanted = path.resolve(folder)
  try {
    makeFolder(wanted, 0o711)
    const probe = path.join(wanted, `.writable-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return realpathSync(wanted)
  } catch (cause) {
    throw new LaunchError('folder-not-writable', {
      zh: `数据文件夹 ${wanted} 无法写入，请检查该位置的权限和剩余空间，或换一个数据文件夹。`,
      en: `The data folder ${wanted} cannot be written: check its rights and free space, or choose another folder.`,
    }, cause)
  }
}

/**
 * Makes the missing folders of a path with that mode, whatever the umask: the database's account must be able to pass
 * through them (x for others). Folders that exist keep their mode.
 */
export function makeFolder(wanted: string, mode: number): void {
  if (existsSync(wanted)) return
  makeFolder(path.dirname(wanted), mode)
  // Not mkdir's `recursive`: in Node it never returns where the system answers "no such folder" below an existing one, as in /proc.
  mkdirSync(wanted)
  chmodSync(wanted, mode)
}
