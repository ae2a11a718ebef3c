import { sql } from 'kysely'
import { findWatermark, isSettledAfter, moveWatermark, takeTurn } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from './definition.ts'

/** What a queued job carries: the city and, for one that listens, the audit entry or the entries relayed together. */
export type JobPayload = { cityId: number; entryId: string | null; entryIds?: string[] }

/** The jobs that listen to each verb. */
export type Listeners = ReadonlyMap<string, readonly JobDefinition[]>

/** Tries of a job before it is left to a person: the pauses grow from seconds to hours, half a day in all. */
export const maxAttempts = 11

/** Most entries one transaction relays. */
export const relayBatch = 1000

/** Gathers who listens to what. */
export function listenersOf(jobs: readonly JobDefinition[]): Listeners {
  const verbs = new Set(jobs.flatMap((job) => job.listensTo ?? []))
  return new Map([...verbs].map((verb) => [verb, jobs.filter((job) => job.listensTo?.includes(verb))]))
}

/**
 * Hands the next settled audit entries of a city to the queue and says how many entries there were. Queue and watermark change in one
 * transaction, so that nothing is handed over twice or not at all; the key of a job makes even a rewound watermark harmless.
 */
export async function relayEntries(context: Context, listeners: Listeners): Promise<number> {
  const { tx, actor: { cityId } } = context
  const entries = await takeSettledEntries(context, relayBatch)
  const jobs = queuedJobs(cityId, entries, listeners)
  if (jobs.length > 0) {
    await sql`select graphile_worker.add_jobs(array(
      select row(job.identifier, job.payload, null, null, ${maxAttempts}::smallint, job.job_key, null, null)::graphile_worker.job_spec
        from json_to_recordset(${JSON.stringify(jobs)}::json) as job(identifier text, payload json, job_key text)))`.execute(tx)
  }
  return entries.length
}

type QueuedJob = { identifier: string; payload: JobPayload; job_key: string }

/** One job for each entry and listener; one for all entries of a verb where the listener takes them together. */
function queuedJobs(cityId: number, entries: readonly { id: string; verb: string }[], listeners: Listeners): QueuedJob[] {
  const jobs = new Map<string, QueuedJob>()
  for (const { id, verb } of entries) {
    for (const { name, runTogether } of listeners.get(verb) ?? []) {
      const known = runTogether === undefined ? undefined : jobs.get(`${name} ${verb}`)
      if (known === undefined) {
        const payload: JobPayload = { cityId, entryId: id, ...(runTogether === undefined ? {} : { entryIds: [id] }) }
        jobs.set(runTogether === undefined ? `${name} ${id}` : `${name} ${verb}`, { identifier: name, payload, job_key: `${name}:${cityId}:${id}` })
      } else known.payload.entryIds?.push(id)
    }
  }
  return [...jobs.values()]
}

/** Takes the next settled entries behind the relay's watermark and moves it; nothing while another relay has the turn. */
export async function takeSettledEntries(context: Context, limit: number): Promise<{ id: string; verb: string }[]> {
  const { tx, actor: { cityId }, installation } = context
  if (!await takeTurn(tx, cityId, 'relay')) return []
  const watermark = await findWatermark(tx, cityId, 'relay')
  const entries = await tx.selectFrom('audit.entries').select(['id', 'verb', 'epoch', 'tx', 'position'])
    .where('cityId', '=', cityId).where(isSettledAfter(watermark, installation.epoch))
    .orderBy('epoch').orderBy('tx').orderBy('position').limit(limit).execute()
  const last = entries.at(-1)
  if (last !== undefined) await moveWatermark(tx, cityId, 'relay', last)
  return entries
}

/** What a job is told of an audit entry. */
export async function readEvent(context: Context, entryId: string): Promise<JobEvent> {
  const [event] = await readEvents(context, [entryId])
  if (event === undefined) throw new Error('no such audit entry')
  return event
}

/** What a job is told of several audit entries, in their order. */
export async function readEvents({ tx, actor }: Context, entryIds: readonly string[]): Promise<JobEvent[]> {
  const rows = await tx.selectFrom('audit.entries').select(['id', 'verb', 'subjectKind', 'subjectId', 'scopeCode', 'details'])
    .where('cityId', '=', actor.cityId).where('id', 'in', [...entryIds]).orderBy('id').execute()
  return rows.map(({ id, details, ...entry }) => (
    { entryId: id, ...entry, scopeCode: entry.scopeCode.padStart(18, '0'), details: (details ?? {}) as Record<string, unknown> }))
}
