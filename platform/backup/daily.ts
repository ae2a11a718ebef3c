import path from 'node:path'
import { makeBackup } from './make.ts'
import { BackupRefused } from './refusal.ts'
import { backupName, listBackups, pruneBackups } from './retention.ts'
import type { OpenedInstallation } from './each-city.ts'

/** What the daily backup stands on. */
export type DailyOptions = OpenedInstallation & {
  /** Told of a backup that failed; it is tried again an hour later. */
  onProblem: (error: unknown) => void
  /** Told of a backup that was made. */
  onMade?: (made: { target: string; bytes: number }) => void
}

/** Where the archives of an installation lie unless told otherwise. */
export const backupFolder = (dataFolder: string): string => path.join(dataFolder, 'backups')

const [hourMillis, dayMillis] = [3_600_000, 86_400_000]
/** 02:30 in China, as milliseconds behind midnight in UTC. */
const dueMillis = 18.5 * hourMillis
/** A program that starts serves its users first. */
const firstLookMillis = 15 * 60_000

/** Makes a backup each night at 02:30 China time, makes up for a missed one after the start, and keeps to the retention. */
export function startDailyBackup(options: DailyOptions): { stop: () => void } {
  const folder = backupFolder(options.dataFolder)
  let [timer, isStopped]: [NodeJS.Timeout | undefined, boolean] = [undefined, false]
  const wait = (millis: number) => {
    if (!isStopped) timer = setTimeout(() => void look(), millis).unref()
  }
  const look = async () => {
    try {
      if (await isDue(folder, new Date())) await makeAndPrune(options, folder)
      wait(untilNextLook(new Date()))
    } catch (error) {
      const isOthers = error instanceof BackupRefused && error.code === 'ALREADY_RUNNING'
      if (!isStopped && !isOthers) options.onProblem(error)
      wait(hourMillis)
    }
  }
  wait(firstLookMillis)
  // A backup under way is not waited for: it ends with its database, and what is half written never gets a name.
  return {
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

async function makeAndPrune(options: DailyOptions, folder: string): Promise<void> {
  const made = await makeBackup({ ...options, target: path.join(folder, backupName(new Date())) })
  await pruneBackups(folder)
  options.onMade?.(made)
}

async function isDue(folder: string, now: Date): Promise<boolean> {
  const [newest] = await listBackups(folder)
  return newest === undefined || newest.madeAt < lastDueAt(now)
}

/** The last 02:30 in China that is not after an instant. */
export function lastDueAt(now: Date): Date {
  return new Date(Math.floor((now.getTime() - dueMillis) / dayMillis) * dayMillis + dueMillis)
}

/** Until the next 02:30, but an hour at most: a machine that slept wakes to the right time. */
export function untilNextLook(now: Date): number {
  return Math.min(lastDueAt(now).getTime() + dayMillis - now.getTime(), hourMillis)
}
