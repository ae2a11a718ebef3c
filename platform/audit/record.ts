import type { Context } from '#platform/http/context.ts'
import { newId } from '#platform/crypto/id.ts'
import { sendPrepared } from '#platform/database/prepared.ts'
import { statement } from '#platform/database/statement.ts'

/** What happened, for the audit and for the jobs that listen to its verb. */
export type AuditEntry = {
  /** noun.past, e.g. visit.recorded. */
  verb: string
  subjectKind: string
  subjectId?: string
  /** Scope code of the subject; the acting unit's own where there is no subject. */
  scopeCode?: string
  /** Why, where a reason is asked. */
  reason?: string
  /** Values before and after of changed fields that are not personal, and what jobs need. Never a child's identity. */
  details?: Record<string, unknown>
  /** Personal before/after, already encrypted under the person's key. */
  sealed?: { personId: string; bytes: Uint8Array }
}

/** Appends one audit row, which is also the outbox row, in the transaction of the write itself. */
export async function recordAudit(context: Context, entry: AuditEntry): Promise<string> {
  const { actor, request, installation } = context
  const id = newId()
  sendPrepared(context.tx, statement`
    insert into audit.entries (city_id, id, scope_code, epoch, verb, subject_kind, subject_id, account_id, person_name, unit_id, role_code, reason,
      request_id, address, details, sealed_details, sealed_person_id)
    values (${actor.cityId}, ${id}, ${entry.scopeCode ?? actor.scopeLo}, ${installation.epoch}, ${entry.verb}, ${entry.subjectKind}, ${entry.subjectId ?? null},
      ${actor.accountId === '' ? null : actor.accountId}, ${actor.personName}, ${actor.unit.id === '' ? null : actor.unit.id}, ${actor.roleCode},
      ${entry.reason ?? null}, ${request.id}, ${request.address}, ${entry.details === undefined ? null : JSON.stringify(entry.details)},
      ${entry.sealed === undefined ? null : Buffer.from(entry.sealed.bytes)}, ${entry.sealed?.personId ?? null})`)
  return id
}
