import type { BackupState } from '../contract.ts'

const dayMillis = 86_400_000

/** How the backups stand, by the newest archive and the last instant at which one was due. */
export function backupStateOf(newest: Date | undefined, dueAt: Date): BackupState {
  if (newest === undefined) return 'none'
  if (newest >= dueAt) return 'fresh'
  return newest.getTime() >= dueAt.getTime() - dayMillis ? 'waiting' : 'late'
}
