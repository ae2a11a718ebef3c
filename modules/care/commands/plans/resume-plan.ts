import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustApprovePlans } from '../../access.ts'
import type { PlanRow } from '../../contract.ts'
import { getPlanRow } from '../../queries/plans/plan-rows.ts'
import { countPlanInForce } from '../../rules/countable-plans.ts'
import { findResumeObstacle } from '../../rules/plans.ts'
import { lockPlan, planFacts, writePlanStep } from '../steps/lock-plan.ts'

/** A plan that a withdrawn consent had suspended goes on, once a consent holds again. */
export async function resumePlan(context: Context, input: { id: string; version: number }): Promise<PlanRow> {
  mustApprovePlans(context.actor)
  const { plan, held } = await lockPlan(context, input)
  const obstacle = findResumeObstacle(await planFacts(context, plan, held))
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  await writePlanStep(context, plan, { status: 'approved', suspendedOn: null })
  await recordFacts(context, [countPlanInForce(held, { ...plan, today: context.today })])
  await recordAudit(context, {
    verb: 'plan.resumed', subjectKind: 'plan', subjectId: plan.id, scopeCode: held.scopeCode, details: { caseId: held.id, childId: held.childId },
  })
  return getPlanRow(context, plan.id)
}
