import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mayDecideRights, mustRecordRights } from '../access.ts'
import type { RightsRequest } from '../contract.ts'
import { isReplyLate, mayStillCopy } from '../rules/rights.ts'
import { relationNames } from '../rules/words.ts'
import { findSealInRange } from './child-seal.ts'

type Row = Omit<RightsRequest, 'unitCode' | 'isLate' | 'requesterName' | 'phone' | 'wish' | 'reply' | 'mayCopy'> & {
  recordedBy: string | null; decidedBy: string | null
  scopeCode: string; sealed: Buffer | null; sealedReply: Buffer | null
}

/** One request with what was asked and answered; that it was read is recorded. */
export async function getRightsRequest(context: Context, input: { id: string }): Promise<RightsRequest> {
  mustRecordRights(context.actor)
  const request = await openRightsRequest(context, input.id)
  await recordAudit(context, { verb: 'rights-request.read', subjectKind: 'rights-request', subjectId: request.id, scopeCode: request.scopeCode,
    details: { childId: request.childId } })
  const { scopeCode: _scope, ...shown } = request
  return shown
}

/** What stands in place of a child that went over to another unit; what was asked can be read there alone. */
const gone = '已转出的孩子'

/** The request with its sealed parts opened, for reading and for the written answer. */
export async function openRightsRequest(context: Context, id: string): Promise<RightsRequest & { scopeCode: string }> {
  const { tx, actor, today } = context
  const { rows } = await sql<Row>`
    select asked.id, asked.scope_code::text as scope_code, unit.name as unit_name, asked.child_id, coalesce(child.masked_name, ${gone}) as masked_name,
      asked.kind, asked.asked_by,
      asked.received_on, asked.due_on, asked.counts_calendar_days,
      asked.status, asked.result, asked.sent_on, asked.version, asked.proof, guardian.relation, asked.sealed,
      asked.sealed_reply, asked.refusal_reason, asked.decided_by, asked.decided_name, asked.decided_on, asked.sent_how, asked.sent_name, asked.recorded_name,
      asked.recorded_by
      from protection.rights_requests asked
      left join children.published_files child on child.city_id = ${actor.cityId} and child.id = asked.child_id
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = asked.unit_id
      left join children.published_guardians guardian on guardian.city_id = ${actor.cityId} and guardian.id = asked.guardian_id
     where asked.city_id = ${actor.cityId} and asked.id = ${id}`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const { sealed, sealedReply, recordedBy, decidedBy, ...plain } = row
  // Who asked and what is for who took it in and who answers; the others of the range see that it was asked.
  const mayOpen = mayDecideRights(actor) || recordedBy === actor.accountId
  const seal = await findSealInRange(context, row.childId)
  const asked = mayOpen ? seal?.open('rights-request', id, sealed) : null
  const answered = mayOpen ? seal?.open('rights-reply', id, sealedReply) : null
  return {
    ...plain, unitCode: codeOfScope(row.scopeCode), isLate: isReplyLate(row, today),
    relation: row.relation === null ? null : relationNames[row.relation] ?? '其他',
    requesterName: textOf(asked?.['requesterName']), phone: textOf(asked?.['phone']), wish: textOf(asked?.['wish']), reply: textOf(answered?.['reply']),
    // The yes opened the file to who gave it, and to nobody else.
    mayCopy: mayDecideRights(actor) && decidedBy === actor.accountId && seal != null && mayStillCopy(row, today),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
