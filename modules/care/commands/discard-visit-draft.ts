import { noteWrite } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../access.ts'
import { getCaseRow } from '../queries/case-rows.ts'

/** Throws away what the account has begun to write about a visit. */
export async function discardVisitDraft(context: Context, input: { id: string }): Promise<{ discarded: boolean }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  await getCaseRow(context, input.id)
  noteWrite(tx)
  const result = await tx.deleteFrom('care.visitDrafts')
    .where('cityId', '=', actor.cityId).where('accountId', '=', actor.accountId).where('caseId', '=', input.id).executeTakeFirst()
  return { discarded: result.numDeletedRows > 0n }
}
