import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMergeChildren } from '../../access.ts'

/** Says that a pair is two children; the pair is not asked about again. */
export async function decideChildDuplicate(context: Context, input: { id: string; note?: string | undefined }): Promise<{ id: string }> {
  mustMergeChildren(context.actor)
  const { tx, actor, now } = context
  const pair = await tx.selectFrom('children.duplicates').select(['status', 'scopeCode', 'firstId', 'secondId'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (pair === undefined) throw new Refusal('NOT_FOUND')
  if (pair.status !== 'open') throw new Refusal('ALREADY_DECIDED')
  await tx.updateTable('children.duplicates').set({ status: 'distinct', note: input.note ?? null, decidedAt: now, decidedBy: actor.accountId })
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).execute()
  await recordAudit(context, {
    verb: 'child-duplicate.dismissed', subjectKind: 'child-duplicate', subjectId: input.id, scopeCode: pair.scopeCode.padStart(18, '0'),
    details: { firstId: pair.firstId, secondId: pair.secondId } })
  return { id: input.id }
}
