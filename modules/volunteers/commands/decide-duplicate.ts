import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'

/** Says that a pair is two people; the pair is not asked about again. */
export async function decideDuplicate(context: Context, input: { id: string; note?: string | null | undefined }): Promise<{ id: string }> {
  mustManageVolunteers(context.actor)
  const { tx, actor, now } = context
  const pair = await tx.selectFrom('volunteers.duplicates').select(['status', 'scopeCode', 'firstId', 'secondId'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (pair === undefined) throw new Refusal('NOT_FOUND')
  if (pair.status !== 'open') throw new Refusal('ALREADY_DECIDED')
  await tx.updateTable('volunteers.duplicates').set({ status: 'distinct', note: input.note ?? null, decidedAt: now, decidedBy: actor.accountId })
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).execute()
  await recordAudit(context, {
    verb: 'duplicate.dismissed', subjectKind: 'duplicate', subjectId: input.id, scopeCode: pair.scopeCode.padStart(18, '0'),
    details: { firstId: pair.firstId, secondId: pair.secondId },
  })
  return { id: input.id }
}
