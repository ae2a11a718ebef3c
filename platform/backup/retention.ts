import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { dayInChina } from '#platform/values/local-date.ts'

/** How many archives stay: the newest of each of the last days, and of each of the last months, that have one. */
export type Retention = { keepDaily: number; keepMonthly: number }

/** Two weeks day by day and a year month by month. */
export const usualRetention: Retention = { keepDaily: 14, keepMonthly: 12 }

/** An archive in a folder, told by its name. */
export type StoredBackup = { name: string; madeAt: Date; bytes: number }

const nameForm = /^xinhuo-(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/

/** The name an archive gets, which sorts by time: xinhuo-2026-03-16T183000Z.backup. */
export function backupName(at: Date): string {
  return `xinhuo-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`
}

/** When an archive of that name was made; undefined for a name that is not ours. */
export function madeAtOf(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = nameForm.exec(name) ?? []
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** The archives of a folder, newest first. Other files are not ours to speak of. */
export async function listBackups(folder: string): Promise<StoredBackup[]> {
  const names = await readdir(folder).catch(() => [])
  const found = await Promise.all(names.map(async (name): Promise<StoredBackup[]> => {
    const madeAt = madeAtOf(name)
    return madeAt === undefined ? [] : [{ name, madeAt, bytes: (await stat(path.join(folder, name))).size }]
  }))
  return found.flat().toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

/** Removes the archives that retention no longer keeps and gives their names. */
export async function pruneBackups(folder: string, retention: Retention = usualRetention): Promise<string[]> {
  const superfluous = findSuperfluous((await listBackups(folder)).map(({ madeAt, name }) => ({ madeAt, name })), retention)
  for (const name of superfluous) await rm(path.join(folder, name), { force: true })
  return superfluous
}

/** Names of the archives that are neither the newest of a kept day nor of a kept month. The newest of all always stays. */
export function findSuperfluous(backups: readonly Pick<StoredBackup, 'name' | 'madeAt'>[], { keepDaily, keepMonthly }: Retention): string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
  const newestOf = (periodOf: (day: string) => string, count: number) => {
    const periods = new Map<string, string>()
    for (const { name, madeAt } of newestFirst) {
      const period = periodOf(dayInChina(madeAt))
      if (!periods.has(period)) periods.set(period, name)
    }
    return [...periods.values()].slice(0, count)
  }
  const kept = new Set([...newestFirst.slice(0, 1).map(({ name }) => name),
    ...newestOf((day) => day, keepDaily), ...newestOf((day) => day.slice(0, 7), keepMonthly)])
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}
