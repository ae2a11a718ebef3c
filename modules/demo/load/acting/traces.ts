import type { ClientBase } from 'pg'
import type { JobEvent } from '#platform/jobs/definition.ts'
import type { LoadFrame } from '../frame.ts'

/** What an act left behind: audit entries, as jobs are told of them, and facts. */
export type Traces = { events: JobEvent[]; facts: { id: string; position: string }[] }
/** When the act was, and the place of the last fact before it. */
type Time = { now: Date; after: string }

type Entry = { id: string; verb: string; subjectKind: string; subjectId: string | null; scopeCode: string; details: Record<string, unknown> | null }

/**
 * Lets what an act has left behind bear the time of the act; by itself it would bear the time of the load, and a reading of three weeks ago would look
 * like one of tonight. New is what bears the time at which this transaction began.
 */
export async function dateTraces(client: Pick<ClientBase, 'query'>, { cityId, epoch }: LoadFrame, { now, after }: Time): Promise<Traces> {
  const { rows: [left] } = await client.query<{ facts: Traces['facts']; entries: Entry[] }>(`
    with counted as (update figures.facts set recorded_at = $4 where city_id = $1 and epoch = $2 and tx = pg_current_xact_id()::text::bigint and position > $3
      returning id, position::text as position),
    dated as (update audit.entries set at = $4 where city_id = $1 and at = now() and verb <> 'demo.loaded'
      returning id, verb, subject_kind, subject_id, lpad(scope_code::text, 18, '0') as scope_code, details, position)
    select (select coalesce(json_agg(counted), '[]') from counted) as facts, (select coalesce(json_agg(json_build_object('id', id, 'verb', verb,
        'subjectKind', subject_kind, 'subjectId', subject_id, 'scopeCode', scope_code, 'details', details) order by position), '[]') from dated) as entries`,
  [cityId, epoch, after, now])
  const events = (left?.entries ?? []).map(({ id, details, ...entry }) => ({ ...entry, entryId: id, details: details ?? {} }))
  return { facts: left?.facts ?? [], events }
}

/** The place of the last fact so far. */
export async function lastPlace(client: Pick<ClientBase, 'query'>, { cityId, epoch }: LoadFrame): Promise<string> {
  const { rows } = await client.query<{ position: string }>(`select coalesce(max(position), 0)::text as position from figures.facts
    where city_id = $1 and epoch = $2 and tx = pg_current_xact_id()::text::bigint`, [cityId, epoch])
  return rows[0]?.position ?? '0'
}
