import { noteWrite } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../access.ts'

/** Throws away what the account has begun to write about a visit. */
export async function discardVisitDraft({ tx, actor }: Context, input: { id: string }): Promise<{ discarded: boolean }> {
  mustRecordVisits(actor)
  noteWrite(tx)
  const result = await tx.deleteFrom('care.visitDrafts')
    .where('cityId', '=', actor.cityId).where('accountId', '=', actor.accountId).where('caseId', '=', input.id).executeTakeFirst()
  return { discarded: result.numDeletedRows > 0n }
}
