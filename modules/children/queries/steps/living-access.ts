import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { AccessPurpose, FileField } from '../../contract.ts'

/** A living approval of the actor for one child. */
export type LivingAccess = { id: string; purpose: AccessPurpose; fields: FileField[]; ground: string; untilAt: Date }

/** What the actor may open of a child now. */
export async function listLivingAccess(context: Context, childId: string): Promise<LivingAccess[]> {
  const { tx, actor, now } = context
  const rows = await tx.selectFrom('children.accessGrants').select(['id', 'purpose', 'fields', 'ground', 'untilAt'])
    .where('cityId', '=', actor.cityId).where('accountId', '=', actor.accountId).where('childId', '=', childId)
    .where('endedAt', 'is', null).where('fromAt', '<=', now).where('untilAt', '>', now).execute()
  return rows as LivingAccess[]
}

/** Refuses with the fields that no living approval covers. */
export function mustCoverFields(living: readonly LivingAccess[], fields: readonly FileField[]): void {
  const covered = new Set(living.flatMap((access) => access.fields))
  const missing = fields.filter((field) => !covered.has(field))
  if (missing.length > 0) throw new Refusal('ACCESS_REQUIRED', { missing })
}
