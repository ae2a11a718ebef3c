import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { completeTask } from '#modules/notices/index.ts'
import { mustSettleCompliance } from '../access.ts'
import { countFigures, spanOf } from '../queries/get-compliance-report.ts'
import { complianceTask } from '../rules/compliance.ts'

/** Settles the report of the own unit for a year that is over: its figures stay as they were counted today. */
export async function saveComplianceReport(context: Context, input: { year: number }): Promise<{ id: string }> {
  mustSettleCompliance(context.actor)
  const { tx, actor, now, today } = context
  if (today.slice(0, 4) <= String(input.year)) throw new Refusal('YEAR_NOT_OVER')
  const figures = await countFigures(context, spanOf(context, { unit: undefined, year: input.year }))
  const id = newId()
  const kept = await tx.insertInto('protection.complianceReports').values({
    cityId: actor.cityId, id, scopeCode: actor.scopeLo, reportedUnitId: actor.unit.id, year: input.year, figures: JSON.stringify(figures), countedOn: today,
    savedBy: actor.accountId, savedName: actor.personName, createdAt: now,
  }).onConflict((conflict) => conflict.columns(['cityId', 'reportedUnitId', 'year']).doNothing()).returning('id').executeTakeFirst()
  if (kept === undefined) throw new Refusal('REPORT_SETTLED')
  await completeTask(context, { sourceKind: complianceTask(input.year), sourceId: actor.unit.id })
  await recordAudit(context, { verb: 'compliance-report.saved', subjectKind: 'compliance-report', subjectId: id, details: { year: input.year } })
  return { id }
}
