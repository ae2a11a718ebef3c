import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { AuditEntry } from './record.ts'

/** Appends one audit row for each entry in a single statement, for imports: thousands of rows at the cost of a few. */
export async function recordAuditBatch(context: Context, entries: readonly Omit<AuditEntry, 'sealed'>[]): Promise<void> {
  if (entries.length === 0) return
  const { tx, actor, request, installation } = context
  const rows = entries.map((entry) => ({
    id: newId(), scope_code: entry.scopeCode ?? actor.scopeLo, verb: entry.verb, subject_kind: entry.subjectKind,
    subject_id: entry.subjectId ?? null, reason: entry.reason ?? null, details: entry.details ?? null,
  }))
  await sql`
    insert into audit.entries (city_id, id, scope_code, epoch, verb, subject_kind, subject_id, account_id, person_name, unit_id, role_code, reason,
      request_id, address, details)
    select ${actor.cityId}::int, r.id, r.scope_code, ${installation.epoch}::int, r.verb, r.subject_kind, r.subject_id,
      ${actor.accountId === '' ? null : actor.accountId}::uuid, ${actor.personName}::text, ${actor.unit.id === '' ? null : actor.unit.id}::uuid,
      ${actor.roleCode}::text, r.reason, ${request.id}::text, ${request.address}::text, r.details
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id uuid, scope_code bigint, verb text, subject_kind text, subject_id uuid, reason text, details jsonb)`.execute(tx)
}
