import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWritePlans } from '../../access.ts'
import type { careContract, PlanRow } from '../../contract.ts'
import { sealText } from '../../queries/case-key.ts'
import { getPlanRow } from '../../queries/plans/plan-rows.ts'
import { findPlanEndObstacle } from '../../rules/plans.ts'
import { endPlanInForce, lockPlan, writePlanStep } from '../steps/lock-plan.ts'

type Input = z.output<NonNullable<(typeof careContract.endPlan)['~orpc']['inputSchema']>>

/** Ends a plan with a reason and what came of it; a draft may be thrown away so. */
export async function endPlan(context: Context, input: Input): Promise<PlanRow> {
  const { actor, today } = context
  mustWritePlans(actor)
  const { plan, held } = await lockPlan(context, input)
  const openGoals = plan.goals.filter(({ outcome }) => outcome === 'open').length
  const obstacle = findPlanEndObstacle({ status: plan.status, reason: input.reason, openGoals })
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  await writePlanStep(context, plan, {
    status: 'ended', endedOn: today, endingReason: input.reason, sealedEnding: sealText(context, held, 'plan-ending', input.ending), suspendedOn: null,
  })
  await endPlanInForce(context, plan)
  await recordAudit(context, {
    verb: 'plan.ended', subjectKind: 'plan', subjectId: plan.id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, before: plan.status, reason: input.reason },
  })
  return getPlanRow(context, plan.id)
}
