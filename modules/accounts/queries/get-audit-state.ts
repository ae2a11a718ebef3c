import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { mustReadAudit } from '../access.ts'
import type { AuditState } from '../contract.ts'

type Row = { sealedCount: number; lastSealedAt: Date | null; waitingCount: number; oldestWaitingSeconds: number | null }

/** How far the chain over the audit reaches; whether it holds is proved on the server, link by link. */
export async function getAuditState({ tx, actor }: Context): Promise<z.infer<typeof AuditState>> {
  mustReadAudit(actor)
  const { rows } = await sql<Row>`
    with last as (select seq, sealed_at from audit.seals where city_id = ${actor.cityId} order by seq desc limit 1),
    mark as (select epoch, tx, position from audit.watermarks where city_id = ${actor.cityId} and reader = 'sealer'),
    waiting as (select at from audit.entries entry where city_id = ${actor.cityId}
      and (epoch, tx, position) > (select coalesce(max(epoch), 0), coalesce(max(tx), 0), coalesce(max(position), 0) from mark) limit 10001)
    select coalesce((select seq from last), 0)::int as sealed_count, (select sealed_at from last) as last_sealed_at,
           (select count(*) from waiting)::int as waiting_count,
             (select extract(epoch from now() - min(at))::int from waiting) as oldest_waiting_seconds`.execute(tx)
  return rows[0] ?? { sealedCount: 0, lastSealedAt: null, waitingCount: 0, oldestWaitingSeconds: null }
}
