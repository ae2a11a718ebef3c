import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../../access.ts'
import type { careContract } from '../../contract.ts'
import { lockCase } from '../../queries/lock-case.ts'
import type { Planned } from '../../queries/planned-rows.ts'
import { daysOfSeries, findSeriesObstacle } from '../../rules/visits/series.ts'
import { planVisits } from '../plan-visits.ts'

type Input = z.output<NonNullable<(typeof careContract.planSeries)['~orpc']['inputSchema']>>

/** Plans a visit every so many weeks until a day: all of them by the rules of a single one, or none. */
export async function planSeries(context: Context, input: Input): Promise<{ id: string; items: Planned[] }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const { caseId, fromOn, untilOn, everyWeeks, ...visit } = input
  const held = await lockCase(context, caseId)
  const obstacle = findSeriesObstacle(input)
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  const { items } = await planVisits(context, { visits: daysOfSeries(input).map((plannedOn) => ({ ...visit, caseId, plannedOn })) })
  const id = newId()
  await tx.insertInto('care.visitSeries').values({
    cityId: actor.cityId, id, scopeCode: held.scopeCode, caseId, fromOn, untilOn, everyWeeks, medium: visit.medium, volunteerId: visit.volunteerId ?? null,
    plannedBy: actor.accountId,
  }).execute()
  await tx.updateTable('care.plannedVisits').set({ seriesId: id })
    .where('cityId', '=', actor.cityId).where('id', 'in', items.map((planned) => planned.id)).execute()
  await recordAudit(context, {
    verb: 'visit-series.planned', subjectKind: 'visit-series', subjectId: id, scopeCode: held.scopeCode,
    details: { caseId, childId: held.childId, fromOn, untilOn, everyWeeks, visits: items.length },
  })
  return { id, items: items.map((planned) => ({ ...planned, seriesId: id, series: { everyWeeks, untilOn } })) }
}
