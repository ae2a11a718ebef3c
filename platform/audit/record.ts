import type { Context } from '#platform/http/context.ts'
import { newId } from '#platform/crypto/id.ts'
import { sendPrepared } from '#platform/database/prepared.ts'

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
  sendPrepared(context.tx, context.tx.insertInto('audit.entries').values({
    cityId: actor.cityId, id, scopeCode: entry.scopeCode ?? actor.scopeLo, epoch: installation.epoch,
    verb: entry.verb, subjectKind: entry.subjectKind, subjectId: entry.subjectId ?? null,
    accountId: actor.accountId === '' ? null : actor.accountId, personName: actor.personName, unitId: actor.unit.id === '' ? null : actor.unit.id,
    roleCode: actor.roleCode, reason: entry.reason ?? null, requestId: request.id, address: request.address,
    details: entry.details === undefined ? null : JSON.stringify(entry.details),
    sealedDetails: entry.sealed === undefined ? null : Buffer.from(entry.sealed.bytes), sealedPersonId: entry.sealed?.personId ?? null,
  }).compile())
  return id
}
