import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../access.ts'
import { lockCase } from '../queries/lock-case.ts'

/** Takes a planned visit off the plan. */
export async function dropPlannedVisit(context: Context, input: { id: string }): Promise<{ id: string }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const planned = await tx.selectFrom('care.plannedVisits').select('caseId')
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).where('status', '=', 'planned').executeTakeFirst()
  if (planned === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, planned.caseId)
  await Promise.all([
    tx.updateTable('care.plannedVisits').set({ status: 'dropped' })
      .where('cityId', '=', actor.cityId).where('id', '=', input.id).where('status', '=', 'planned').execute(),
    recordAudit(context, { verb: 'planned-visit.dropped', subjectKind: 'planned-visit', subjectId: input.id, scopeCode: held.scopeCode, details: { caseId: held.id } }),
  ])
  return { id: input.id }
}
