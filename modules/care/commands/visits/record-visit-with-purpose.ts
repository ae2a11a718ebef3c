import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustRecordVisits } from '../../access.ts'
import type { NewVisit, Visit } from '../../contract.ts'
import { listVisitCategories } from '../../queries/visits/list-visit-categories.ts'
import { countPurpose, everydayPurpose, findPurposeObstacle } from '../../rules/visits/purposes.ts'
import { recordVisit } from '../record-visit.ts'

/**
 * Records a visit and, where it is more than an everyday one or met nobody for a reason, what it was for. The everyday visit, by far the most, asks and
 * writes nothing more than recordVisit does.
 */
export async function recordVisitWithPurpose(context: Context, input: NewVisit): Promise<Visit> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const described = { outcome: input.outcome, purpose: input.purpose ?? everydayPurpose, attemptReason: input.attemptReason ?? null }
  if (described.purpose === everydayPurpose && described.attemptReason === null) return recordVisit(context, input)
  const held = await listVisitCategories(context, input.madeOn)
  const obstacle = findPurposeObstacle(described, held)
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  const visit = await recordVisit(context, input)
  const { purpose, attemptReason } = described
  const { unitId, scopeCode } = await tx.updateTable('care.visits').set({ purpose, attemptReason })
    .where('cityId', '=', actor.cityId).where('id', '=', visit.id).returning(['unitId', 'scopeCode']).executeTakeFirstOrThrow()
  const maskedName = visit.childLabel.split(' · ')[0] ?? '某'
  await Promise.all([
    recordFacts(context, countPurpose({ unitId, scopeCode, childId: visit.childId, maskedName }, { ...visit, ...described }, held)),
    recordAudit(context, {
      verb: 'visit-purpose.recorded', subjectKind: 'visit', subjectId: visit.id, scopeCode, details: { childId: visit.childId, purpose, attemptReason },
    }),
  ])
  return { ...visit, purpose, attemptReason }
}
