import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { AgreementRow } from '../../contract.ts'
import { getAgreementRow, lockAgreement } from '../../queries/agreements/agreement-rows.ts'

/** What has not come of an agreement will not come, and is not waited for any more; what came stays. */
export async function endAgreement(context: Context, input: { id: string; version: number; reason: string }): Promise<AgreementRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockAgreement(context, { step: 'end', ...input })
  await tx.updateTable('charity.agreements').set({ status: 'ended', endedOn: today, endReason: input.reason, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'agreement.ended', subjectKind: 'agreement', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason, details: {},
  })
  return getAgreementRow(context, held.id)
}
