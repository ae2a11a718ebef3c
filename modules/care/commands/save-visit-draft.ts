import { Refusal } from '#platform/contract/refusal.ts'
import { noteWrite } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../access.ts'
import type { VisitDraft } from '../contract.ts'
import { sealObject } from '../queries/case-key.ts'
import { lockCase } from '../queries/lock-case.ts'

/** Keeps what was typed so far, for this account and case; nobody else sees it, and no audit entry tells of every pause in typing. */
export async function saveVisitDraft(context: Context, input: { id: string; draft: VisitDraft }): Promise<{ savedAt: Date }> {
  const { tx, actor, now } = context
  mustRecordVisits(actor)
  const held = await lockCase(context, input.id)
  const sealed = sealObject(context, held, 'draft', input.draft)
  if (sealed === null) throw new Refusal('NOT_FOUND')
  noteWrite(tx)
  await tx.insertInto('care.visitDrafts').values(
    { cityId: actor.cityId, accountId: actor.accountId, caseId: held.id, scopeCode: held.scopeCode, sealed, savedAt: now }
  )
    .onConflict((conflict) => conflict.columns(['cityId', 'accountId', 'caseId']).doUpdateSet({ sealed, savedAt: now })).execute()
  return { savedAt: now }
}
