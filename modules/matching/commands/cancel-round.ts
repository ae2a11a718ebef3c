import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'
import type { Round } from '../contract.ts'
import { getRoundRow } from '../queries/round-rows.ts'

/** Ends a round that waits or runs; the job sees it within a second and writes nothing. */
export async function cancelRound(context: Context, { id }: { id: string }): Promise<Round> {
  const { tx, actor } = context
  mustMatch(actor)
  const round = await tx.selectFrom('matching.rounds').select(['status', 'scopeCode']).where('cityId', '=', actor.cityId).where('id', '=', id)
    .forUpdate().executeTakeFirst()
  if (round === undefined) throw new Refusal('NOT_FOUND')
  if (round.status !== 'requested') throw new Refusal('ROUND_ENDED')
  await tx.updateTable('matching.rounds').set({ status: 'cancelled', finishedAt: context.now })
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await recordAudit(context, {
    verb: 'matching-round.cancelled', subjectKind: 'matching-round', subjectId: id, scopeCode: round.scopeCode.padStart(18, '0') })
  return getRoundRow(context, id)
}
