import { EventEmitter } from 'node:events'
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import { writeAuditHead, writeHead } from '#platform/audit/heads.ts'
import { sealBatch, sealSettledEntries } from '#platform/audit/seal.ts'
import { openPool, type Pool } from '#platform/database/pool.ts'
import type { Ground } from '#platform/http/bind.ts'
import type { JobDefinition } from './definition.ts'
import { keepQueue } from './keep-queue.ts'
import { startLoop, type Loop } from './loop.ts'
import { listenersOf, maxAttempts, readEvent, readEvents, relayBatch, relayEntries, type JobPayload } from './relay.ts'
import { runAsCity } from './run-as-city.ts'
import { timetableOf } from './schedule.ts'

/** Something that went wrong in the background and will be tried again or needs a person. */
export type JobProblem = { what: string; error: unknown }

/** What background work stands on. */
export type JobsOptions = Omit<Ground, 'pool'> & {
  /** Database address of the worker role. */
  workerUrl: string
  jobs: readonly JobDefinition[]
  /** Told of every failure; failing jobs are also listed by `listFailedJobs`. */
  onProblem?: (problem: JobProblem) => void
  /** Jobs at once; 2 unless told. */
  concurrency?: number
}

/** Background work under way. */
export type RunningJobs = {
  /** Signs in as the worker, for `listFailedJobs` and `verifyAudit`. */
  pool: Pool
  /** Waits for what is running and closes everything. */
  stop(): Promise<void>
}

/**
 * Pause of the sealer and the relay when they have come to the end. An entry is sealed within two seconds of the end of its transaction;
 * a shorter pause would take them as much time for a handful of entries as they now take for all of them.
 */
const idleMillis = 800

/** Starts sealing, relaying, the timetable and the jobs themselves, for every city of the installation. */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const jobs = [writeAuditHead, ...options.jobs]
  assertNamesDiffer(jobs)
  const concurrency = options.concurrency ?? 2
  // Two connections for the loops, two for each job (its own and the queue's), one that listens. Nobody sits before background work: it waits
  // for a connection as long as it takes.
  const pool = openPool(options.workerUrl, { max: 3 + 2 * concurrency, pipeline: false, name: 'xinhuo-jobs', waitMillis: 0 })
  // The queue replaces a connection that breaks while it listens; without a listener the break would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const ground: Ground = { pool, clock: options.clock, installation: options.installation }
  const report = options.onProblem ?? (() => {})
  try {
    await prepareQueue(pool)
    for (const cityId of await listCities(pool)) await runAsCity(ground, cityId, writeHead)
    const queue = await keepQueue(() => startQueue(ground, jobs, { concurrency, report }), (error) => report({ what: 'queue', error }))
    const loops = startLoops(ground, jobs, report)
    return {
      pool,
      stop: async () => {
        await Promise.all([...loops.map((loop) => loop.stop()), queue.stop()])
        await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

function assertNamesDiffer(jobs: readonly JobDefinition[]): void {
  const names = jobs.map((job) => job.name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`two jobs are named ${twice}`)
}

/**
 * The queue's own migrations begin by creating their schema, which only a role that may create schemas can ask for, even when it is there.
 * They leave that step out when they find their list of migrations.
 */
async function prepareQueue(pool: Pool): Promise<void> {
  await pool.query(`create table if not exists graphile_worker.migrations (
    id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)`)
}

async function listCities(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ city_id: number }>('select city_id from access.list_cities()')
  return rows.map((row) => row.city_id)
}

function startLoops(ground: Ground, jobs: readonly JobDefinition[], report: (problem: JobProblem) => void): Loop[] {
  const listeners = listenersOf(jobs)
  const forEachCity = (what: string, work: (cityId: number) => Promise<boolean>) => startLoop(async () => {
    let hasMore = false
    for (const cityId of await listCities(ground.pool)) hasMore = await work(cityId) || hasMore
    return hasMore
  }, { idleMillis, onFailure: (error) => report({ what, error }) })
  return [
    forEachCity('seal', async (cityId) => await runAsCity(ground, cityId, sealSettledEntries) >= sealBatch),
    forEachCity('relay', async (cityId) => await runAsCity(ground, cityId, (context) => relayEntries(context, listeners)) >= relayBatch),
  ]
}

async function startQueue(
  ground: Ground, jobs: readonly JobDefinition[], how: { concurrency: number; report: (problem: JobProblem) => void },
): Promise<Runner> {
  const events = new EventEmitter() as WorkerEvents
  events.on('job:error', ({ job, error }) => how.report({ what: job.task_identifier, error }))
  return run({
    // Noted in batches, an end that cannot be noted ends the queue, which is begun again; noted singly it would be a rejection nobody handles
    // and end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    pgPool: ground.pool, concurrency: how.concurrency, noHandleSignals: true, pollInterval: 1000, events, logger: new Logger(() => () => {}),
    taskList: tasksOf(ground, jobs), parsedCronItems: timetableOf(jobs, () => new Date()),
  })
}

function tasksOf(ground: Ground, jobs: readonly JobDefinition[]): TaskList {
  return Object.fromEntries(jobs.map((job) => [job.name, async (payload: unknown, { addJob }: { addJob: Runner['addJob'] }) => {
    const told = payload as Partial<JobPayload>
    if (told.cityId !== undefined) return runJob(ground, job, { ...told, cityId: told.cityId, entryId: told.entryId ?? null })
    // The timetable names no city: one job for each, so that a failing one does not hold up the others.
    for (const cityId of await listCities(ground.pool)) {
      await addJob(job.name, { cityId, entryId: null }, { jobKey: `${job.name}:${cityId}`, maxAttempts })
    }
  }]))
}

async function runJob(ground: Ground, job: JobDefinition, { cityId, entryId, entryIds }: JobPayload): Promise<void> {
  const outside = await runAsCity(ground, cityId, async (context) => {
    if (entryIds !== undefined && job.runTogether !== undefined) return job.runTogether(context, await readEvents(context, entryIds))
    return job.run(context, entryId === null ? null : await readEvent(context, entryId))
  })
  await outside?.((work) => runAsCity(ground, cityId, work))
}
