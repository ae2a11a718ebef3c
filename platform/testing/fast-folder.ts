import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const memory = '/dev/shm'
/** What a run writes at a time, with room to spare. */
const neededBytes = 4 * 2 ** 30

/**
 * A temp folder that lies in memory, for tests: a database is copied there in a tenth of the time. Undefined where there is none, where
 * it is small (a container's 64 MB) or where programs may not be started from it; then the usual one must do.
 */
export function fastFolder(): string | undefined {
  let trial: string | undefined
  try {
    const { bavail, bsize } = statfsSync(memory)
    if (bavail * bsize < neededBytes) return undefined
    trial = mkdtempSync(path.join(memory, 'xinhuo-trial-'))
    const program = path.join(trial, 'program')
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
    return spawnSync(program).status === 0 ? memory : undefined
  } catch {
    return undefined
  } finally {
    if (trial !== undefined) rmSync(trial, { recursive: true, force: true })
  }
}
