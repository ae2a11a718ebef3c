import type { ClientBase, Pool } from 'pg'

/** A job that failed at least once and is not done. */
export type FailedJob = {
  id: string
  /** Name of the job. */
  name: string
  /** City it runs for; null for one that only hands out the work. */
  cityId: number | null
  /** Audit entry it was told of; null for a scheduled one. */
  entryId: string | null
  attempts: number
  lastError: string
  /** When it is tried again; null when it is left to a person. */
  nextTryAt: Date | null
}

type Row = { id: string; task_identifier: string; key: string | null; attempts: number; max_attempts: number; last_error: string; run_at: Date }

/** Jobs that fail, the longest waiting first, at most 200; none before the queue was ever begun. Who asks is signed in as the worker. */
export async function listFailedJobs(database: Pool | ClientBase): Promise<FailedJob[]> {
  const { rows: [queue] } = await database.query<{ is_there: boolean }>("select to_regclass('graphile_worker.jobs') is not null as is_there")
  if (queue?.is_there !== true) return []
  const { rows } = await database.query<Row>(`
    select id::text, task_identifier, key, attempts, max_attempts, last_error, run_at
      from graphile_worker.jobs where last_error is not null order by created_at, id limit 200`)
  return rows.map((row) => {
    const [, cityId, entryId] = row.key?.split(':') ?? []
    return {
      id: row.id, name: row.task_identifier, cityId: cityId === undefined || !/^\d+$/.test(cityId) ? null : Number(cityId), entryId: entryId ?? null,
      attempts: row.attempts, lastError: row.last_error, nextTryAt: row.attempts < row.max_attempts ? row.run_at : null,
    }
  })
}
