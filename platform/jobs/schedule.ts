import { parseCronItem, type CronItem, type ParsedCronItem, type TimestampDigest } from 'graphile-worker'
import type { JobDefinition } from './definition.ts'

const dayMillis = 86_400_000

/**
 * The timetable of the jobs that have a schedule. A run missed while the program stood still is made up for at the next start, once; not that of a job which
 * runs every few minutes anyhow: making up for each of a day's minutes met the jobs under way, and the queue ended in a deadlock and had to be begun again.
 */
export function timetableOf(jobs: readonly JobDefinition[], now: () => Date): ParsedCronItem[] {
  return jobs.flatMap(({ name, schedule }) => {
    if (schedule === undefined) return []
    const inChina = matcherOf(name, schedule)
    const item: CronItem = {
      task: name, match: (digest) => inChina(digestInChina(digest, now())),
      options: { backfillPeriod: isOften(schedule) ? 0 : dayMillis, jobKey: `schedule:${name}`, maxAttempts: 3 },
    }
    return [parseCronItem(item)]
  })
}

/** Whether it runs at minutes that come again within the hour. */
const isOften = (schedule: string): boolean => schedule.startsWith('*')

function matcherOf(name: string, schedule: string) {
  return parseCronItem({ task: name, match: schedule }).match
}

/**
 * The queue reckons in UTC, people in China: eight hours ahead all year. The digest has no year, so a 29th of February is told by
 * the weekday: the year is this one or, around New Year, the one beside it.
 */
export function digestInChina(digest: TimestampDigest, near: Date): TimestampDigest {
  const { min, hour, date, month, dow } = digest
  if (hour < 16) return { min, hour: hour + 8, date, month, dow }
  const years = [0, -1, 1].map((step) => near.getUTCFullYear() + step)
  const year = years.find((candidate) => new Date(Date.UTC(candidate, month - 1, date)).getUTCDay() === dow) ?? near.getUTCFullYear()
  const next = new Date(Date.UTC(year, month - 1, date + 1))
  return { min, hour: hour - 16, date: next.getUTCDate(), month: next.getUTCMonth() + 1, dow: next.getUTCDay() }
}
