import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { listInstalments, loadAgreement } from '../../queries/agreements/agreement-rows.ts'
import { findFitIssues, isFulfilled } from '../../rules/agreements.ts'

type Gift = { donorId: string; fundId: string; form: string; agreementId?: string | undefined; instalment?: number | undefined }

/** A gift that names an agreement must be of its donor, for its fund, and name one of its instalments. */
export async function mustFitAgreement(context: Context, gift: Gift): Promise<void> {
  if (gift.agreementId === undefined) {
    if (gift.instalment !== undefined) throw new InvalidInput([{ path: ['agreementId'], message: '请选择协议' }])
    return
  }
  const agreement = await loadAgreement(context, gift.agreementId)
  const issues = findFitIssues({ agreement, gift })
  if (issues.length > 0) throw new InvalidInput(issues)
  if (agreement.status !== 'open') throw new Refusal('AGREEMENT_CLOSED')
}

/** After a gift arrived, was corrected or went back: all instalments met, the agreement is fulfilled; else it is open again. An ended one stays ended. */
export async function followAgreement(context: Context, agreementId: string | null): Promise<void> {
  if (agreementId === null) return
  const { tx, actor, now, today } = context
  const held = await loadAgreement(context, agreementId)
  const isDone = isFulfilled(await listInstalments(context, held))
  if (held.status === 'ended' || isDone === (held.status === 'fulfilled')) return
  const status = isDone ? 'fulfilled' : 'open'
  await tx.updateTable('charity.agreements').set({ status, endedOn: isDone ? today : null, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: isDone ? 'agreement.fulfilled' : 'agreement.reopened', subjectKind: 'agreement', subjectId: held.id, scopeCode: held.scopeCode, details: {},
  })
}
