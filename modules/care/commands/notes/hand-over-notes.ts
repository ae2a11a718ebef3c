import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustHandOverNotes } from '../../access.ts'
import type { CaseRow } from '../../contract.ts'
import { getCaseRow } from '../../queries/case-rows.ts'
import { lockCase } from '../../queries/lock-case.ts'

/** An office decides, before a transfer, whether the unit that takes the child over reads what was written about visits until then. */
export async function handOverNotes(context: Context, input: { id: string; version: number; mayRead: boolean }): Promise<CaseRow> {
  const { tx, actor, now } = context
  mustHandOverNotes(actor)
  const held = await lockCase(context, input.id)
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  await tx.updateTable('care.cases').set({ areNotesHandedOver: input.mayRead, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'case-notes.handed-over', subjectKind: 'child-case', subjectId: held.id, scopeCode: held.scopeCode,
    details: { childId: held.childId, mayRead: input.mayRead },
  })
  return getCaseRow(context, held.id)
}
