import { setTimeout as pause } from 'node:timers/promises'
import { openPool } from '#platform/database/pool.ts'
import type { Ground } from '#platform/http/bind.ts'
import type { RunStep } from '#platform/http/context.ts'
import type { JobDefinition } from './definition.ts'
import { readEvent, takeSettledEntries } from './relay.ts'
import { runAsCity } from './run-as-city.ts'

/** The part of a test city that jobs stand on. */
export type JobsPlace = { cityId: number; urls: { worker: string }; ground: Ground }

/**
 * For tests: hands every audit entry written so far to the jobs that listen to it and runs them here and now, also those that
 * these jobs give rise to. A failing job fails the caller. Returns the names of the jobs run.
 */
export async function runJobsInline(place: JobsPlace, modules: readonly { jobs: readonly JobDefinition[] }[]): Promise<string[]> {
  const jobs = modules.flatMap((module) => module.jobs)
  const done: string[] = []
  await asWorker(place, async (run) => {
    for (;;) {
      await untilSettled(place)
      const entries = await run((context) => takeSettledEntries(context, 100))
      if (entries.length === 0) return
      for (const entry of entries) {
        for (const job of jobs.filter(({ listensTo }) => listensTo?.includes(entry.verb))) {
          const outside = await run(async (context) => job.run(context, await readEvent(context, entry.id)))
          await outside?.(run)
          done.push(job.name)
        }
      }
    }
  })
  return done
}

/** For tests: runs a scheduled job once, at the clock's time. */
export async function runScheduledJob(place: JobsPlace, job: JobDefinition): Promise<void> {
  await asWorker(place, async (run) => {
    const outside = await run((context) => job.run(context, null))
    await outside?.(run)
  })
}

/** For tests: work in transactions of the whole city, signed in as the worker. */
export async function asWorker<T>(place: JobsPlace, work: (run: RunStep) => Promise<T>): Promise<T> {
  const pool = openPool(place.urls.worker, { max: 2 })
  try {
    return await work((inside) => runAsCity({ ...place.ground, pool }, place.cityId, inside))
  } finally {
    await pool.end()
  }
}

/**
 * For tests: waits until everything committed so far lies behind the horizon of those who seal, relay and fold. A transaction of any
 * database of the server holds it back, and other test files have theirs beside this one.
 */
export async function untilSettled({ ground: { pool } }: Pick<JobsPlace, 'ground'>): Promise<void> {
  const horizon = async () => {
    const { rows } = await pool.query<{ oldest: string; next: string }>(
      'select pg_snapshot_xmin(now)::text as oldest, pg_snapshot_xmax(now)::text as next from pg_current_snapshot() as now')
    return { oldest: BigInt(rows[0]?.oldest ?? 0), next: BigInt(rows[0]?.next ?? 0) }
  }
  const { next } = await horizon()
  for (let tries = 0; tries < 2000; tries++) {
    if ((await horizon()).oldest >= next) return
    await pause(10)
  }
  throw new Error('a transaction on the test server has not ended for twenty seconds')
}
