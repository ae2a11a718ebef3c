import { sql } from 'kysely'
import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWritePlans } from '../../access.ts'
import type { careContract, PlanRow } from '../../contract.ts'
import { sealText } from '../../queries/case-key.ts'
import { getPlanRow } from '../../queries/plans/plan-rows.ts'
import { findPlanTextObstacle } from '../../rules/plans.ts'
import { lockPlan } from '../steps/lock-plan.ts'
import { writePlanText } from '../steps/plan-text.ts'

type Input = z.output<NonNullable<(typeof careContract.updatePlan)['~orpc']['inputSchema']>>

/** Writes a draft, or a plan that was given back, anew; whoever does it is its author from then on. */
export async function updatePlan(context: Context, { id, version, ...text }: Input): Promise<PlanRow> {
  const { tx, actor } = context
  mustWritePlans(actor)
  const { plan, held } = await lockPlan(context, { id, version })
  const obstacle = findPlanTextObstacle(text, { caseStatus: held.status, openedOn: held.openedOn, status: plan.status })
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  await tx.deleteFrom('care.planGoals').where('cityId', '=', actor.cityId).where('planId', '=', id).execute()
  await tx.deleteFrom('care.planServices').where('cityId', '=', actor.cityId).where('planId', '=', id).execute()
  await writePlanText(context, held, id, text)
  await tx.updateTable('care.plans').set({
    fromOn: text.fromOn, untilOn: text.untilOn, reviewOn: text.reviewOn, sealedAim: sealText(context, held, 'plan-aim', text.aim),
    writtenBy: actor.accountId, writtenName: actor.personName, version: plan.version + 1, updatedAt: sql<Date>`now()`,
  }).where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await recordAudit(context, {
    verb: 'plan.updated', subjectKind: 'plan', subjectId: id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, fromOn: text.fromOn, untilOn: text.untilOn, reviewOn: text.reviewOn },
  })
  return getPlanRow(context, id)
}
