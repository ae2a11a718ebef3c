import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { KnownRequest } from '../../rules/privacy/erasure.ts'

/** Until when a closed file is locked, null before it was counted, and the requests made for any record of the child. */
export async function findErasureGround(
  { tx, actor }: Context, childId: string, mergedIds: readonly string[],
): Promise<{ keepUntil: LocalDate | null; requests: KnownRequest[] }> {
  const kept = await sql<{ keepUntil: LocalDate }>`select kept.keep_until from protection.published_retentions kept
    where kept.city_id = ${actor.cityId} and kept.child_id = ${childId}`.execute(tx)
  const asked = await sql<KnownRequest>`select asked.kind, asked.status, asked.result from protection.published_rights_requests asked
    where asked.city_id = ${actor.cityId} and asked.child_id = any (${[childId, ...mergedIds]}::uuid[])`.execute(tx)
  return { keepUntil: kept.rows[0]?.keepUntil ?? null, requests: asked.rows }
}
