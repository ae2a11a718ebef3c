import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../../access.ts'
import { lockCase } from '../../queries/lock-case.ts'

/** Takes what is still planned of a series off the plan, from a day on; what was made or dropped stays as it is. */
export async function dropSeries(context: Context, input: { id: string; fromOn: string }): Promise<{ dropped: number }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const series = await tx.selectFrom('care.visitSeries').select('caseId').where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (series === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, series.caseId)
  const dropped = await tx.updateTable('care.plannedVisits').set({ status: 'dropped' })
    .where('cityId', '=', actor.cityId).where('seriesId', '=', input.id).where('status', '=', 'planned').where('plannedOn', '>=', input.fromOn)
    .returning('id').execute()
  await recordAudit(context, {
    verb: 'visit-series.dropped', subjectKind: 'visit-series', subjectId: input.id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, fromOn: input.fromOn, visits: dropped.length },
  })
  return { dropped: dropped.length }
}
