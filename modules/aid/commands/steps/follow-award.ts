import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'

/** What became of the award that a need was answered by. */
export type AwardStep = 'paid' | 'received' | 'returned'

const standing = { paid: 'given', received: 'received', returned: 'approved' } as const

/** A need follows the award of the foundation that answers it, in the transaction of the payment; one that was closed or withdrawn meanwhile stays so. */
export async function followAward(context: Context, needId: string | null, step: AwardStep): Promise<void> {
  if (needId === null) return
  const { tx, actor, now } = context
  const [moved] = await tx.updateTable('aid.needs').set((is) => ({ status: standing[step], version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', '=', needId).where('status', 'in', ['approved', 'offered', 'given', 'received'])
    .returning('scopeCode').execute()
  if (moved === undefined) return
  await recordAudit(context, {
    verb: 'need.moved', subjectKind: 'need', subjectId: needId, scopeCode: String(moved.scopeCode), details: { award: step },
  })
}
